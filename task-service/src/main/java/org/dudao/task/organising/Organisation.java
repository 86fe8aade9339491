package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dudao.contracts.Duty;
import org.dudao.contracts.UnitKind;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Takes units and people in bulk: all or nothing, with a word on every wrong row, and telling only what changed. */
@ApplicationScoped
public class Organisation {

    /** Ids stand in paths and in LIKE patterns, so they hold nothing that means something there. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[^@\\s]+@localhost");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ERRORS = 200;

    private final Units units;
    private final People people;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final DataSource database;

    public Organisation(Units units, People people, Outbox outbox, Caller caller, Clock clock, DataSource database) {
        this.units = units;
        this.people = people;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.database = database;
    }

    /** A unit as sent; {@code functions} null keeps them, {@code open} null means open. */
    public record UnitRow(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable List<String> functions,
            @Nullable Boolean open) {}

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

    public record Outcome(int changed, int unchanged) {}

    @Transactional
    public Outcome putUnits(List<UnitRow> rows) {
        units.lockTree();
        Map<String, Unit> former = byId(units.all(), Unit::id);
        List<Problem.Field> wrong = new ArrayList<>();
        Map<String, UnitRow> asked = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            check("units[" + i + "].", rows.get(i), asked, wrong);
        }
        refuse(wrong);
        Map<String, Unit> future = UnitTree.grow(former, asked, rows, wrong);
        refuse(wrong);
        requireScope(former, future, rows, wrong);
        refuse(wrong);
        List<Unit> changed = UnitTree.parentsFirst(future.values()).stream()
                .filter(u -> !u.equals(former.get(u.id())))
                .toList();
        saveUnits(former, changed);
        return new Outcome(
                changed.size(),
                rows.size()
                        - (int) changed.stream()
                                .filter(u -> asked.containsKey(u.id()))
                                .count());
    }

    private void saveUnits(Map<String, Unit> former, List<Unit> changed) {
        List<String> moved = changed.stream()
                .filter(u -> former.get(u.id()) instanceof Unit f && !f.path().equals(u.path()))
                .map(Unit::id)
                .toList();
        if (!moved.isEmpty()) {
            units.clearPaths(moved);
        }
        units.save(changed);
        if (!moved.isEmpty()) {
            units.moveTasksAlong();
        }
        outbox.append(changed.stream()
                .filter(u -> !(former.get(u.id()) instanceof Unit f && u.tellsOthersTheSameAs(f)))
                .map(Unit::changed)
                .toList());
        audit("unit", changed.stream().map(Unit::id).toList());
    }

    private static void check(String at, UnitRow row, Map<String, UnitRow> asked, List<Problem.Field> wrong) {
        String id = row.id();
        if (id == null || !ID.matcher(id).matches()) {
            wrong.add(new Problem.Field(at + "id", "编号应为 1 到 40 个字母、数字或连字符", "1 to 40 letters, digits or hyphens"));
        } else if (asked.put(id, row) != null) {
            wrong.add(new Problem.Field(at + "id", "编号重复：" + id, "twice: " + id));
        }
        if (row.name() == null || row.name().isBlank() || row.name().length() > LONGEST_NAME) {
            wrong.add(new Problem.Field(at + "name", "名称应为 1 到 100 个字", "1 to 100 characters"));
        }
        if (row.kind() == null) {
            wrong.add(new Problem.Field(at + "kind", "缺少类型", "missing"));
        }
    }

    /**
     * Administrators keep what lies within their own unit. The first import, before any unit exists, is free, and so is
     * a new root, which touches nobody's tree.
     */
    private void requireScope(
            Map<String, Unit> former, Map<String, Unit> future, List<UnitRow> rows, List<Problem.Field> wrong) {
        if (former.isEmpty()) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            String id = String.valueOf(rows.get(i).id());
            Unit before = former.get(id);
            Unit after = future.get(id);
            boolean newRoot = before == null && after != null && after.parentId() == null;
            boolean mayHold = newRoot || after == null || caller.sees(after.path());
            if (!mayHold || (before != null && !caller.sees(before.path()))) {
                wrong.add(outside("units[" + i + "].id"));
            }
        }
    }

    private static Problem.Field outside(String field) {
        return new Problem.Field(field, "不在您的权限范围内", "outside your scope");
    }

    @Transactional
    public Outcome putPeople(List<PersonRow> rows) {
        units.lockTree();
        Map<String, Unit> known = byId(units.all(), Unit::id);
        Map<String, Person> former = byId(people.all(), Person::id);
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
                    wrong.add(outside(at + "id"));
                }
                if (!(former.get(person.id()) instanceof Person f && person.sameAs(f))) {
                    changed.add(person);
                }
            }
        }
        refuse(wrong);
        people.save(changed);
        outbox.append(changed.stream().map(Person::changed).toList());
        audit("person", changed.stream().map(Person::id).toList());
        return new Outcome(changed.size(), rows.size() - changed.size());
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
        if (id == null || !ID.matcher(id).matches()) {
            wrong.add(new Problem.Field(at + "id", "编号应为 1 到 40 个字母、数字或连字符", "1 to 40 letters, digits or hyphens"));
        } else if (!seen.add(id)) {
            wrong.add(new Problem.Field(at + "id", "编号重复：" + id, "twice: " + id));
        }
        if (row.name() == null || row.name().isBlank() || row.name().length() > LONGEST_NAME) {
            wrong.add(new Problem.Field(at + "name", "姓名应为 1 到 100 个字", "1 to 100 characters"));
        }
        if (row.unitId() == null || !known.containsKey(row.unitId())) {
            wrong.add(new Problem.Field(at + "unitId", "没有这个单位：" + row.unitId(), "no such unit: " + row.unitId()));
        } else if (!within(known, row.unitId())) {
            wrong.add(outside(at + "unitId"));
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
                must(row.id()),
                must(row.unitId()),
                row.username(),
                must(row.name()).strip(),
                row.email(),
                row.phone(),
                must(row.duty()),
                row.active() == null || row.active(),
                former == null ? 1 : former.version() + 1);
    }

    static <T> T must(@Nullable T checked) {
        if (checked == null) {
            throw new IllegalStateException("rows are checked before they are used");
        }
        return checked;
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    private static void refuse(List<Problem.Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new Problem(
                    422,
                    "invalid",
                    "有 " + wrong.size() + " 处错误，全部内容均未保存，请按提示修改后重新提交。",
                    wrong.size() + " errors; nothing was saved. Mend them and send it again.",
                    wrong.subList(0, Math.min(wrong.size(), MOST_ERRORS)));
        }
    }

    /** After the rows are there: at the first import the caller's own unit is among them. */
    private void audit(String subject, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement("""
                        INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, after)
                        SELECT ?, ?, ?, ?, 'changed', ?, x.id, to_jsonb(x) - 'phone' - 'email'
                          FROM %s x WHERE x.id = ANY (?) ORDER BY x.id
                        """.formatted(subject.equals("unit") ? "unit" : "person"))) {
            insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            insert.setString(2, caller.username());
            insert.setString(3, unitPathOrNone());
            insert.setString(4, caller.source());
            insert.setString(5, subject);
            insert.setArray(6, c.createArrayOf("text", ids.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private @Nullable String unitPathOrNone() {
        try {
            return caller.unitPath();
        } catch (Problem noKnownUnit) {
            return null;
        }
    }
}
