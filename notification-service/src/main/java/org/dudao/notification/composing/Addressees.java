package org.dudao.notification.composing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Duty;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * Whom a fact concerns, before anybody's name is known.
 *
 * @param units whose heads, staff and inspectors are told
 * @param belowSuperior the unit whose superior is told as well, unless that is the bureau itself
 * @param bureau whose people with one of {@code duties} are told
 * @param whoWasTold everybody who was told of the same subject before
 */
record Addressees(
        List<String> units, @Nullable String belowSuperior, String bureau, Set<Duty> duties, boolean whoWasTold) {

    static Addressees unitsOf(TaskFacts task) {
        List<String> units = new ArrayList<>();
        units.add(task.leadUnit().id());
        task.supportingUnits().stream().map(UnitRef::id).forEach(units::add);
        return new Addressees(units, null, task.bureau().id(), Set.of(), false);
    }

    static Addressees leadUnitOf(TaskFacts task) {
        return new Addressees(List.of(task.leadUnit().id()), null, task.bureau().id(), Set.of(), false);
    }

    static Addressees unit(UnitRef unit) {
        return new Addressees(List.of(unit.id()), null, unit.id(), Set.of(), false);
    }

    static Addressees unitAndAdmins(UnitRef unit, UnitRef bureau) {
        return new Addressees(List.of(unit.id()), null, bureau.id(), Set.of(Duty.ADMIN), false);
    }

    static Addressees supervisorsOf(TaskFacts task) {
        return new Addressees(List.of(), null, task.bureau().id(), Set.of(Duty.SUPERVISOR), false);
    }

    static Addressees leadUnitAndSupervisorsOf(TaskFacts task) {
        return new Addressees(List.of(task.leadUnit().id()), null, task.bureau().id(), Set.of(Duty.SUPERVISOR), false);
    }

    static Addressees of(AlertFacts alert, List<Audience> audience) {
        List<String> units = new ArrayList<>();
        String belowSuperior = null;
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        for (Audience one : audience) {
            switch (one) {
                case RESPONSIBLE_UNIT -> units.add(alert.unit().id());
                case SUPPORTING_UNITS ->
                    alert.supportingUnits().stream().map(UnitRef::id).forEach(units::add);
                case SUPERIOR_UNIT -> belowSuperior = alert.unit().id();
                case SUPERVISORS -> duties.add(Duty.SUPERVISOR);
                case LEADERS -> duties.add(Duty.LEADER);
            }
        }
        return new Addressees(units, belowSuperior, alert.bureau().id(), duties, false);
    }

    /** Who may sign a high rung. */
    static Addressees signersOf(AlertFacts alert) {
        return of(alert, List.of(Audience.SUPERVISORS, Audience.LEADERS));
    }

    static Addressees supervisorsOf(AlertFacts alert) {
        return of(alert, List.of(Audience.SUPERVISORS));
    }

    static Addressees whoWasToldOf(AlertFacts alert) {
        return new Addressees(List.of(), null, alert.bureau().id(), Set.of(), true);
    }

    /** Every unit that must be known here before the people can be found. */
    List<String> named() {
        List<String> named = new ArrayList<>(units);
        if (belowSuperior != null) {
            named.add(belowSuperior);
        }
        if (!duties.isEmpty()) {
            named.add(bureau);
        }
        return named;
    }
}
