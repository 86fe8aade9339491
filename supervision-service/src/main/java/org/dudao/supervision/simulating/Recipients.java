package org.dudao.supervision.simulating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.UnitRef;

/** Who hears of an alert: units, and a bureau's supervision office and leaders. People are notification-service's. */
final class Recipients {

    /** What kind of recipient. */
    enum Group {
        UNIT,
        SUPERVISORS,
        LEADERS
    }

    /** @param id the unit's, or the bureau's with the group behind it */
    record Recipient(String id, Group group, UnitRef unit) {}

    private final Map<String, UnitRef> units;
    private final Map<String, Recipient> known = new HashMap<>();

    /** @param units all that are known, by their path */
    Recipients(Map<String, UnitRef> units) {
        this.units = units;
    }

    List<Recipient> of(AlertFacts alert, List<Audience> audience) {
        List<Recipient> all = new ArrayList<>();
        for (Audience one : audience) {
            switch (one) {
                case RESPONSIBLE_UNIT -> all.add(unit(alert.unit()));
                case SUPERIOR_UNIT -> {
                    UnitRef above = units.get(parent(alert.unit().path()));
                    // The bureau itself hears through its supervisors and leaders.
                    if (above != null && !above.id().equals(alert.bureau().id())) {
                        all.add(unit(above));
                    }
                }
                case SUPPORTING_UNITS -> alert.supportingUnits().forEach(u -> all.add(unit(u)));
                case SUPERVISORS -> all.add(group(alert.bureau(), Group.SUPERVISORS));
                case LEADERS -> all.add(group(alert.bureau(), Group.LEADERS));
            }
        }
        return all.stream().distinct().toList();
    }

    private Recipient unit(UnitRef unit) {
        return known.computeIfAbsent(unit.id(), id -> new Recipient(id, Group.UNIT, unit));
    }

    private Recipient group(UnitRef bureau, Group group) {
        return known.computeIfAbsent(bureau.id() + ":" + group, id -> new Recipient(id, group, bureau));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
