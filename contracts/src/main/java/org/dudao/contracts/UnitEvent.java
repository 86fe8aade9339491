package org.dudao.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the organisation and its calendar. Topic {@code dudao.unit}, compacted: the latest fact per key is the
 * whole truth about it. Key is the unit's id, {@code person:<id>} or {@code calendar:<year>}.
 */
public sealed interface UnitEvent extends Event {

    /** A unit as it stands now. */
    @EventType("dudao.unit.changed.v1")
    record UnitChanged(
            String unitId,
            long version,
            @Nullable String parentId,
            String path,
            String name,
            UnitKind kind,
            boolean open)
            implements UnitEvent {
        @Override
        public String subject() {
            return unitId;
        }
    }

    /** A person as it stands now. Personal data: name, email, phone. */
    @EventType("dudao.person.changed.v1")
    record PersonChanged(
            String personId,
            long version,
            String unitId,
            @Nullable String username,
            String name,
            @Nullable String email,
            @Nullable String phone,
            Duty duty,
            boolean active)
            implements UnitEvent {
        @Override
        public String subject() {
            return "person:" + personId;
        }
    }

    /** The work calendar of a year: public holidays that fall on weekdays, and weekend days that are worked (调休). */
    @EventType("dudao.calendar.changed.v1")
    record CalendarChanged(int year, long version, List<LocalDate> holidays, List<LocalDate> makeUpDays)
            implements UnitEvent {
        @Override
        public String subject() {
            return "calendar:" + year;
        }
    }
}
