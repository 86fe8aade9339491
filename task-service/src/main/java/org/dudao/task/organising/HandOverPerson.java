package org.dudao.task.organising;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.Duty;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Unit;
import org.dudao.task.UnitProfile;
import org.dudao.task.Units;

/**
 * Everything that names a person names another from now on, in one step (T16). Whatever comes to name people joins
 * {@link #handOver}; messages follow by themselves, for they go to who has the duty in the unit.
 */
@ApplicationScoped
public class HandOverPerson {

    private final Units units;
    private final People people;
    private final Outbox outbox;
    private final Audit audit;
    private final OrganisationAudit changes;
    private final Caller caller;

    public HandOverPerson(
            Units units, People people, Outbox outbox, Audit audit, OrganisationAudit changes, Caller caller) {
        this.units = units;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * @param led units that the successor is in charge of from now on
     * @param called units whose contact the successor is
     * @param duty what the successor is in the unit now
     * @param leaves whether the person is gone: no login, no messages
     */
    public record HandedOver(boolean saved, int led, int called, Duty duty, boolean leaves) {}

    @Transactional
    public HandedOver handOver(String id, String successorId, boolean leaves, String reason, boolean preview) {
        units.lockTree();
        Person former = within(id, "id");
        Person next = within(successorId, "successorId");
        if (id.equals(successorId) || !next.active()) {
            throw Problem.invalid(
                    "successorId", "接手人应是另一名在岗人员。", "The successor must be another person who still works here.");
        }
        int led = 0;
        int called = 0;
        Map<String, Unit> before = Rows.byId(units.naming(id), Unit::id);
        Map<String, Unit> after = new LinkedHashMap<>();
        for (Unit u : before.values()) {
            boolean leads = id.equals(u.profile().leaderId());
            boolean answers = id.equals(u.profile().contactId());
            led += leads ? 1 : 0;
            called += answers ? 1 : 0;
            after.put(u.id(), named(u, leads, answers, successorId));
        }
        units.save(List.copyOf(after.values()));
        changes.changed("unit", List.copyOf(after.keySet()), before::get, after::get);
        Duty duty = duty(former, next);
        savePeople(former, next, duty, leaves);
        audit.record(
                caller,
                "handed-over",
                "person",
                id,
                null,
                Map.of("to", successorId, "toName", next.name(), "led", led, "called", called, "reason", reason));
        if (preview) {
            QuarkusTransaction.setRollbackOnly();
        }
        return new HandedOver(!preview, led, called, duty, leaves);
    }

    private Person within(String id, String field) {
        return people.find(id)
                .filter(p -> units.find(p.unitId())
                        .filter(u -> caller.sees(u.path()))
                        .isPresent())
                .orElseThrow(() -> field.equals("id")
                        ? Problem.notFound("人员", id)
                        : Problem.invalid(field, "没有这个人员：" + id + "。", "There is no such person: " + id + "."));
    }

    /** In the same unit the successor answers for it from now on, where the former one did. */
    private static Duty duty(Person former, Person next) {
        return former.unitId().equals(next.unitId()) && next.duty() == Duty.STAFF ? former.duty() : next.duty();
    }

    private void savePeople(Person former, Person next, Duty duty, boolean leaves) {
        Person gone = leaves
                ? new Person(
                        former.id(),
                        former.unitId(),
                        null,
                        former.name(),
                        former.email(),
                        former.phone(),
                        former.duty(),
                        false,
                        former.version() + 1)
                : former;
        Person here = duty == next.duty()
                ? next
                : new Person(
                        next.id(),
                        next.unitId(),
                        next.username(),
                        next.name(),
                        next.email(),
                        next.phone(),
                        duty,
                        true,
                        next.version() + 1);
        Map<String, Person> before = Map.of(former.id(), former, next.id(), next);
        List<Person> changed = List.of(gone, here).stream()
                .filter(p -> p != before.get(p.id()))
                .toList();
        people.save(changed);
        outbox.append(changed.stream().map(Person::changed).toList());
        changes.changed(
                "person", changed.stream().map(Person::id).toList(), before::get, Rows.byId(changed, Person::id)::get);
    }

    private static Unit named(Unit u, boolean leads, boolean answers, String successor) {
        UnitProfile p = u.profile();
        return new Unit(
                u.id(),
                u.parentId(),
                u.path(),
                u.name(),
                u.kind(),
                u.open(),
                u.functions(),
                new UnitProfile(
                        p.stage(),
                        p.divisionCode(),
                        p.schoolCode(),
                        p.pupils(),
                        p.teachers(),
                        p.classes(),
                        p.traits(),
                        leads ? successor : p.leaderId(),
                        answers ? successor : p.contactId(),
                        p.successorId()),
                u.version());
    }
}
