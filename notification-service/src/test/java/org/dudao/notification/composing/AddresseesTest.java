package org.dudao.notification.composing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Duty;
import org.dudao.contracts.UnitRef;
import org.junit.jupiter.api.Test;

class AddresseesTest {

    private static final AlertFacts ALERT = new AlertFacts(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "阅读",
            new UnitRef("yunxi", "教育局", "/yunxi/"),
            new UnitRef("s-001", "一小", "/yunxi/t-01/s-001/"),
            List.of(new UnitRef("o-basic", "基教科", "/yunxi/o-basic/")),
            LocalDate.of(2026, 3, 10),
            0);

    @Test
    void each_audience_names_its_people() {
        Addressees all = Addressees.of(ALERT, List.of(Audience.values()));

        assertEquals(List.of("s-001", "o-basic"), all.units());
        assertEquals("s-001", all.belowSuperior());
        assertEquals(Set.of(Duty.SUPERVISOR, Duty.LEADER), all.duties());
        assertEquals("yunxi", all.bureau());
    }

    @Test
    void the_responsible_unit_alone_is_told_when_the_rung_is_for_it_alone() {
        Addressees one = Addressees.of(ALERT, List.of(Audience.RESPONSIBLE_UNIT));

        assertEquals(List.of("s-001"), one.units());
        assertNull(one.belowSuperior());
        assertTrue(one.duties().isEmpty());
        assertEquals(List.of("s-001"), one.named());
    }

    @Test
    void a_proposed_rung_reaches_no_unit() {
        Addressees signers = Addressees.signersOf(ALERT);

        assertTrue(signers.units().isEmpty());
        assertEquals(Set.of(Duty.SUPERVISOR, Duty.LEADER), signers.duties());
        assertFalse(signers.whoWasTold());
    }

    @Test
    void an_end_is_for_who_was_told() {
        assertTrue(Addressees.whoWasToldOf(ALERT).whoWasTold());
        assertTrue(Addressees.whoWasToldOf(ALERT).named().isEmpty());
    }
}
