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
import org.dudao.contracts.Duty;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Takes people in bulk and tells the others who changed. */
@ApplicationScoped
public class ImportPeople {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[^@\\s]+@localhost");

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
        units.lockTree();
        Map<String, Unit> known = Rows.byId(units.all(), Unit::id);
        Map<String, Person> former = Rows.byId(people.all(), Person::id);
        Map<String, String> logins = new HashMap<>();
        former.values().forEach(p -> claim(logins, p));
        rows.forEach(r -> logins.values().remove(String.valueOf(r.id())));
        List<Problem.Field> wrong = new ArrayList<>();
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
        Rows.refuse(wrong);
        people.save(changed);
        outbox.append(changed.stream().map(Person::changed).toList());
        audit.changed("person", changed.stream().map(Person::id).toList());
        return new Rows.Outcome(changed.size(), rows.size() - changed.size());
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
