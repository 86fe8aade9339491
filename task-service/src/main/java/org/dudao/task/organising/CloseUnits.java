package org.dudao.task.organising;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Unit;
import org.dudao.task.UnitProfile;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/**
 * Closes units (合并, 分设, 撤销). All that was open goes to the successor in the same transaction: tasks, the units below,
 * the people. What ended stays where it was done.
 */
@ApplicationScoped
public class CloseUnits {

    private final Units units;
    private final People people;
    private final SchoolCodes codes;
    private final Succession succession;
    private final Outbox outbox;
    private final OrganisationAudit audit;
    private final Caller caller;
    private final Clock clock;

    public CloseUnits(
            Units units,
            People people,
            SchoolCodes codes,
            Succession succession,
            Outbox outbox,
            OrganisationAudit audit,
            Caller caller,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.codes = codes;
        this.succession = succession;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** How a unit ends: with others in one, in several new ones, or for good. */
    public enum How {
        MERGED("合并"),
        SPLIT("分设"),
        CLOSED("撤销");

        private final String zh;

        How(String zh) {
            this.zh = zh;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the closing moves.
     *
     * @param tasks open tasks that the successor leads from now on
     * @param joined shares of the same parent that became one, their figures added
     * @param supported tasks that the successor supports in their place
     */
    public record Closed(boolean saved, int units, int tasks, int joined, int supported, int people, int moved) {}

    /** @param preview does all of it and takes it back, so that the numbers are those of the act itself */
    @Transactional
    public Closed close(Set<String> ids, @Nullable String successorId, How how, String reason, boolean preview) {
        units.lockTree();
        Map<String, Unit> all = Rows.byId(units.all(), Unit::id);
        List<Unit> closing = closing(ids, all);
        Unit successor = successorId == null ? null : successor(successorId, ids, all);
        List<Unit> below = all.values().stream()
                .filter(u -> u.open() && u.parentId() != null && ids.contains(u.parentId()) && !ids.contains(u.id()))
                .toList();
        List<Person> staff = people.activeOf(ids);
        if (successor == null) {
            requireNothingOpen(ids, below, staff);
        }
        Map<String, Unit> after = new LinkedHashMap<>();
        closing.forEach(u -> after.put(u.id(), closed(u, successor)));
        if (successor != null) {
            movedBelow(below, successor, all).forEach(u -> after.put(u.id(), u));
        }
        saveUnits(all, after, how);
        codes.end(ids, LocalDate.now(clock));
        List<Person> moved = new ArrayList<>();
        Succession.Moved tasks = Succession.Moved.NONE;
        if (successor != null) {
            staff.forEach(p -> moved.add(at(p, successor)));
            people.save(moved);
            outbox.append(moved.stream().map(Person::changed).toList());
            audit.changed(
                    "person",
                    moved.stream().map(Person::id).toList(),
                    Rows.byId(staff, Person::id)::get,
                    Rows.byId(moved, Person::id)::get);
            String words = how.zh + "：" + reason;
            tasks = succession.handOver(
                    ids, successor.id(), words, new Actor(caller.username(), caller.unitPath(), caller.source()));
            units.moveTasksAlong();
        }
        Closed closed = new Closed(
                !preview,
                closing.size(),
                tasks.led(),
                tasks.joined(),
                tasks.supported(),
                moved.size(),
                successor == null ? 0 : below.size());
        if (preview) {
            QuarkusTransaction.setRollbackOnly();
        }
        return closed;
    }

    private List<Unit> closing(Set<String> ids, Map<String, Unit> all) {
        List<Problem.Field> wrong = new ArrayList<>();
        List<Unit> closing = new ArrayList<>();
        int i = 0;
        for (String id : new LinkedHashSet<>(ids)) {
            Unit unit = all.get(id);
            String field = "unitIds[" + i++ + "]";
            if (unit == null || !caller.sees(unit.path())) {
                wrong.add(new Problem.Field(field, "没有这个单位：" + id, "no such unit: " + id));
            } else if (!unit.open()) {
                wrong.add(new Problem.Field(field, unit.name() + "已经关闭", unit.name() + " is closed already"));
            } else if (unit.parentId() == null || id.equals(caller.unitId())) {
                wrong.add(new Problem.Field(field, "不能关闭最上级单位或您自己的单位", "neither a root nor your own unit"));
            } else {
                closing.add(unit);
            }
        }
        Rows.refuse(wrong);
        return closing;
    }

    private Unit successor(String id, Set<String> closing, Map<String, Unit> all) {
        Unit unit = all.get(id);
        if (unit == null || !unit.open() || !caller.sees(unit.path())) {
            throw Problem.invalid("successorId", "没有这个在用单位：" + id + "。", "There is no such open unit: " + id + ".");
        }
        for (String at = id; at != null; at = all.get(at) instanceof Unit u ? u.parentId() : null) {
            if (closing.contains(at)) {
                throw Problem.invalid(
                        "successorId",
                        "接续单位不能是被关闭的单位或其下级。",
                        "The successor must be neither one of the closing units nor below one.");
            }
        }
        return unit;
    }

    private void requireNothingOpen(Set<String> ids, List<Unit> below, List<Person> staff) {
        int tasks = succession.openItemsOf(ids);
        if (tasks > 0 || !below.isEmpty() || !staff.isEmpty()) {
            throw Problem.invalid(
                    "successorId",
                    "还有 " + tasks + " 项未办结任务、" + below.size() + " 个下级单位、" + staff.size() + " 名在岗人员，请指定接续单位。",
                    tasks + " open tasks, " + below.size() + " units below and " + staff.size()
                            + " people are left; name a successor.");
        }
    }

    private static Unit closed(Unit u, @Nullable Unit successor) {
        UnitProfile p = u.profile();
        return new Unit(
                u.id(),
                u.parentId(),
                u.path(),
                u.name(),
                u.kind(),
                false,
                u.functions(),
                new UnitProfile(
                        p.stage(),
                        p.divisionCode(),
                        null,
                        p.pupils(),
                        p.teachers(),
                        p.classes(),
                        p.traits(),
                        p.leaderId(),
                        p.contactId(),
                        successor == null ? null : successor.id()),
                u.version() + 1);
    }

    /** The open units below move, and all that hangs below them, open or not. */
    private static List<Unit> movedBelow(List<Unit> below, Unit successor, Map<String, Unit> all) {
        List<Unit> moved = new ArrayList<>();
        for (Unit child : below) {
            String former = child.path();
            String path = successor.path() + child.id() + "/";
            for (Unit u : all.values()) {
                if (u.path().startsWith(former)) {
                    moved.add(new Unit(
                            u.id(),
                            u == child ? successor.id() : u.parentId(),
                            path + u.path().substring(former.length()),
                            u.name(),
                            u.kind(),
                            u.open(),
                            u.functions(),
                            u.profile(),
                            u.version() + 1));
                }
            }
        }
        return moved;
    }

    private void saveUnits(Map<String, Unit> before, Map<String, Unit> after, How how) {
        List<Unit> changed = List.copyOf(after.values());
        units.save(changed);
        outbox.append(changed.stream().map(Unit::changed).toList());
        List<String> closed = changed.stream()
                .filter(u -> !u.open() && before.get(u.id()) instanceof Unit f && f.open())
                .map(Unit::id)
                .toList();
        audit.record(how.word(), "unit", closed, before::get, after::get);
        audit.changed(
                "unit",
                changed.stream()
                        .map(Unit::id)
                        .filter(id -> !closed.contains(id))
                        .toList(),
                before::get,
                after::get);
    }

    private static Person at(Person p, Unit unit) {
        return new Person(
                p.id(), unit.id(), p.username(), p.name(), p.email(), p.phone(), p.duty(), p.active(), p.version() + 1);
    }
}
