package org.dudao.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Event;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.junit.jupiter.api.Test;

class RunTest {

    private static Heard<? extends Event> unit(String id) {
        return new Heard<>(
                UUID.randomUUID(),
                Instant.EPOCH,
                new UnitChanged(id, 1, null, "/" + id + "/", id, UnitKind.SCHOOL, true));
    }

    private static Heard<? extends Event> calendar(int year) {
        return new Heard<>(UUID.randomUUID(), Instant.EPOCH, new CalendarChanged(year, 1, List.of(), List.of()));
    }

    @Test
    void neighbours_of_one_type_form_a_run_and_order_stays() {
        List<Run> runs = Run.of(List.of(unit("a"), unit("b"), calendar(2026), unit("c")));

        assertEquals(List.of(2, 1, 1), runs.stream().map(r -> r.heard().size()).toList());
        assertEquals("c", runs.get(2).events(UnitChanged.class).getFirst().unitId());
    }

    @Test
    void nothing_heard_is_no_run() {
        assertEquals(List.of(), Run.of(List.of()));
    }
}
