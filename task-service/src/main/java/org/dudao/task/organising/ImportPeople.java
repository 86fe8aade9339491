package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.contracts.Duty;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Sheet;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Takes people in bulk and tells the others who changed. */
@ApplicationScoped
public class ImportPeople {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[^@\\s]+@localhost");

    static final int MOST_ROWS = 20_000;

    private final Units units;
    private final People people;
    private final Outbox outbox;
    private final OrganisationAudit audit;
    private final Caller caller;

    public ImportPeople(Units units, People people, Outbox outbox, OrganisationAudit audit, Caller caller) {
        this.units = units;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** A person as sent; {@code active} null means active. */
    public record PersonRow(
            @Nullable String id,
            @Nullable String unitId,
            @Nullable String username,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Duty duty,
            @Nullable Boolean active) {}

    @Transactional
    public Rows.Outcome put(List<PersonRow> rows) {
        Planned planned = plan(rows, new ArrayList<>());
        Rows.refuse(planned.wrong());
        save(planned);
        return new Rows.Outcome(
                planned.changed().size(), rows.size() - planned.changed().size());
    }

    /** @param preview tells what would be and saves nothing */
    @Transactional
    public SheetReport take(byte[] file, boolean preview) {
        List<Sheet.Row> sheet = PersonSheet.read(file, MOST_ROWS);
        List<Problem.Field> wrong = new ArrayList<>();
        Planned planned = plan(PersonSheet.rows(sheet, wrong), wrong);
        boolean saved = !preview && wrong.isEmpty();
        if (saved) {
            save(planned);
        }
        Map<String, SheetReport.RowOutcome> outcomes = new HashMap<>();
        planned.changed()
                .forEach(p -> outcomes.put(
                        p.id(),
                        planned.former().containsKey(p.id())
                                ? SheetReport.RowOutcome.CHANGED
                                : SheetReport.RowOutcome.CREATED));
        return SheetReport.of(saved, sheet, outcomes, wrong);
    }

    private record Planned(Map<String, Person> former, List<Person> changed, List<Problem.Field> wrong) {}

    private Planned plan(List<PersonRow> rows, List<Problem.Field> wrong) {
        units.lockTree();
        Map<String, Unit> known = Rows.byId(units.all(), Unit::id);
        Map<String, Person> former = Rows.byId(people.all(), Person::id);
        Map<String, String> logins = new HashMap<>();
        former.values().forEach(p -> claim(logins, p));
        Set<String> named = rows.stream().map(r -> String.valueOf(r.id())).collect(Collectors.toSet());
        logins.values().removeAll(named);
        List<Person> changed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PersonRow row = rows.get(i);
            String at = "people[" + i + "].";
            int before = wrong.size();
            check(at, row, known, seen, logins, wrong);
            if (wrong.size() == before) {
                Person person = person(row, former.get(String.valueOf(row.id())));
                if (former.get(person.id()) instanceof Person f && !within(known, f.unitId())) {
                    wrong.add(Rows.outside(at + "id"));
                }
                if (!(former.get(person.id()) instanceof Person f && person.sameAs(f))) {
                    changed.add(person);
                }
            }
        }
        return new Planned(former, changed, wrong);
    }

    private void save(Planned planned) {
        List<Person> changed = planned.changed();
        people.save(changed);
        outbox.append(changed.stream().map(Person::changed).toList());
        audit.changed(
                "person",
                changed.stream().map(Person::id).toList(),
                planned.former()::get,
                Rows.byId(changed, Person::id)::get);
    }

    private static void claim(Map<String, String> logins, Person p) {
        String username = p.username();
        if (username != null) {
            logins.put(username, p.id());
        }
    }

    private boolean within(Map<String, Unit> known, String unitId) {
        return known.get(unitId) instanceof Unit u && caller.sees(u.path());
    }

    private void check(
            String at,
            PersonRow row,
            Map<String, Unit> known,
            Set<String> seen,
            Map<String, String> logins,
            List<Problem.Field> wrong) {
        String id = row.id();
        Rows.checkId(at + "id", id, id != null && !seen.add(id), wrong);
        Rows.checkName(at + "name", row.name(), wrong);
        if (row.unitId() == null || !known.containsKey(row.unitId())) {
            wrong.add(new Problem.Field(at + "unitId", "没有这个单位：" + row.unitId(), "no such unit: " + row.unitId()));
        } else if (!within(known, row.unitId())) {
            wrong.add(Rows.outside(at + "unitId"));
        }
        if (row.duty() == null) {
            wrong.add(new Problem.Field(at + "duty", "缺少职责", "missing"));
        }
        if (row.email() != null && !EMAIL.matcher(row.email()).matches()) {
            wrong.add(new Problem.Field(at + "email", "邮箱格式有误：" + row.email(), "no e-mail address: " + row.email()));
        }
        String username = row.username();
        if (username != null && logins.put(username, String.valueOf(id)) != null) {
            wrong.add(new Problem.Field(at + "username", "登录名已被使用：" + username, "login name is taken: " + username));
        }
    }

    private static Person person(PersonRow row, @Nullable Person former) {
        return new Person(
                Rows.must(row.id()),
                Rows.must(row.unitId()),
                row.username(),
                Rows.must(row.name()).strip(),
                row.email(),
                row.phone(),
                Rows.must(row.duty()),
                row.active() == null || row.active(),
                former == null ? 1 : former.version() + 1);
    }
}
