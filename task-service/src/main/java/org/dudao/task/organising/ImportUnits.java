package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.contracts.UnitKind;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Sheet;
import org.dudao.task.Stage;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Takes units in bulk, tells the others what changed, and moves what hangs below a moved unit along. */
@ApplicationScoped
public class ImportUnits {

    static final int MOST_ROWS = 20_000;

    private final Units units;
    private final People people;
    private final SchoolCodes codes;
    private final OpenItems openItems;
    private final Outbox outbox;
    private final OrganisationAudit audit;
    private final Caller caller;
    private final Clock clock;

    public ImportUnits(
            Units units,
            People people,
            SchoolCodes codes,
            OpenItems openItems,
            Outbox outbox,
            OrganisationAudit audit,
            Caller caller,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.codes = codes;
        this.openItems = openItems;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A unit as sent. What is null stays as it is (open when new); an empty text takes it away.
     *
     * @param codeReason why the school's code changes though its kind does not
     */
    public record UnitRow(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable List<String> functions,
            @Nullable Boolean open,
            @Nullable Stage stage,
            @Nullable String divisionCode,
            @Nullable String schoolCode,
            @Nullable String codeReason,
            @Nullable Integer pupils,
            @Nullable Integer teachers,
            @Nullable Integer classes,
            @Nullable List<String> traits,
            @Nullable String leaderId,
            @Nullable String contactId) {}

    @Transactional
    public Rows.Outcome put(List<UnitRow> rows) {
        Planned planned = plan(rows, new ArrayList<>());
        Rows.refuse(planned.wrong());
        save(planned);
        return new Rows.Outcome(
                planned.changed().size(),
                rows.size()
                        - (int) planned.changed().stream()
                                .filter(u -> planned.asked().containsKey(u.id()))
                                .count());
    }

    /** @param preview tells what would be and saves nothing */
    @Transactional
    public SheetReport take(byte[] file, boolean preview) {
        List<Sheet.Row> sheet = UnitSheet.read(file, MOST_ROWS);
        List<Problem.Field> wrong = new ArrayList<>();
        Planned planned = plan(UnitSheet.rows(sheet, wrong), wrong);
        boolean saved = !preview && planned.wrong().isEmpty();
        if (saved) {
            save(planned);
        }
        Map<String, SheetReport.RowOutcome> outcomes = new HashMap<>();
        planned.changed()
                .forEach(u -> outcomes.put(
                        u.id(),
                        planned.former().containsKey(u.id())
                                ? SheetReport.RowOutcome.CHANGED
                                : SheetReport.RowOutcome.CREATED));
        return SheetReport.of(saved, sheet, outcomes, planned.wrong());
    }

    /** What a request comes to; {@code changed} is empty when anything is wrong with the tree. */
    private record Planned(
            Map<String, Unit> former, Map<String, UnitRow> asked, List<Unit> changed, List<Problem.Field> wrong) {}

    private Planned plan(List<UnitRow> rows, List<Problem.Field> wrong) {
        units.lockTree();
        Map<String, Unit> former = Rows.byId(units.all(), Unit::id);
        Map<String, UnitRow> asked = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            check("units[" + i + "].", rows.get(i), asked, wrong);
        }
        if (!wrong.isEmpty()) {
            return new Planned(former, asked, List.of(), wrong);
        }
        Map<String, Unit> future = UnitTree.grow(former, asked, rows, wrong);
        if (!wrong.isEmpty()) {
            return new Planned(former, asked, List.of(), wrong);
        }
        requireScope(former, future, rows, wrong);
        checkCodes(former, future, rows, wrong);
        checkPeople(rows, wrong);
        refuseToLoseOpenItems(former, future, rows, wrong);
        List<Unit> changed = UnitTree.parentsFirst(future.values()).stream()
                .filter(u -> !u.equals(former.get(u.id())))
                .toList();
        return new Planned(former, asked, changed, wrong);
    }

    private void save(Planned planned) {
        Map<String, Unit> former = planned.former();
        List<Unit> changed = planned.changed();
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
        saveCodes(planned);
        outbox.append(changed.stream()
                .filter(u -> !(former.get(u.id()) instanceof Unit f && u.tellsOthersTheSameAs(f)))
                .map(Unit::changed)
                .toList());
        audit.changed("unit", changed.stream().map(Unit::id).toList(), former::get, Rows.byId(changed, Unit::id)::get);
    }

    private void saveCodes(Planned planned) {
        LocalDate today = LocalDate.now(clock);
        List<Unit> recoded = planned.changed().stream()
                .filter(u -> !Objects.equals(
                        u.profile().schoolCode(),
                        planned.former().get(u.id()) instanceof Unit f
                                ? f.profile().schoolCode()
                                : null))
                .toList();
        codes.end(recoded.stream().map(Unit::id).toList(), today);
        codes.begin(recoded.stream()
                .filter(u -> u.profile().schoolCode() != null)
                .map(u -> new SchoolCodes.Held(
                        String.valueOf(u.profile().schoolCode()),
                        u.id(),
                        today,
                        null,
                        planned.asked().get(u.id()) instanceof UnitRow row ? row.codeReason() : null))
                .toList());
    }

    private static void check(String at, UnitRow row, Map<String, UnitRow> asked, List<Problem.Field> wrong) {
        String id = row.id();
        boolean twice = id != null && asked.put(id, row) != null;
        Rows.checkId(at + "id", id, twice, wrong);
        Rows.checkName(at + "name", row.name(), wrong);
        if (row.kind() == null) {
            wrong.add(new Problem.Field(at + "kind", "缺少类型", "missing"));
        }
        checkCount(at + "pupils", row.pupils(), wrong);
        checkCount(at + "teachers", row.teachers(), wrong);
        checkCount(at + "classes", row.classes(), wrong);
    }

    private static void checkCount(String field, @Nullable Integer count, List<Problem.Field> wrong) {
        if (count != null && count < 0) {
            wrong.add(new Problem.Field(field, "不能小于 0", "not below 0"));
        }
    }

    private void checkCodes(
            Map<String, Unit> former, Map<String, Unit> future, List<UnitRow> rows, List<Problem.Field> wrong) {
        Map<String, SchoolCodes.Held> holders = codes.holders(
                rows.stream().map(UnitRow::schoolCode).filter(Objects::nonNull).toList());
        Set<String> given = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            UnitRow row = rows.get(i);
            Unit after = Rows.must(future.get(String.valueOf(row.id())));
            String code = row.schoolCode();
            String at = "units[" + i + "].";
            CodeRules.check(at, former.get(after.id()), after, holders.get(code), row.codeReason(), wrong);
            if (code != null && !code.isBlank() && !given.add(code)) {
                wrong.add(new Problem.Field(at + "schoolCode", "标识码重复：" + code, "twice: " + code));
            }
        }
    }

    private void checkPeople(List<UnitRow> rows, List<Problem.Field> wrong) {
        Set<String> known = people.known(rows.stream()
                .flatMap(r -> Stream.of(r.leaderId(), r.contactId()))
                .filter(Objects::nonNull)
                .toList());
        for (int i = 0; i < rows.size(); i++) {
            checkPerson("units[" + i + "].leaderId", rows.get(i).leaderId(), known, wrong);
            checkPerson("units[" + i + "].contactId", rows.get(i).contactId(), known, wrong);
        }
    }

    private static void checkPerson(String field, @Nullable String id, Set<String> known, List<Problem.Field> wrong) {
        if (id != null && !id.isBlank() && !known.contains(id.strip())) {
            wrong.add(new Problem.Field(field, "没有这个人员：" + id, "no such person: " + id));
        }
    }

    /** A unit that closes here must have nothing open; with something open it is closed to the benefit of a successor. */
    private void refuseToLoseOpenItems(
            Map<String, Unit> former, Map<String, Unit> future, List<UnitRow> rows, List<Problem.Field> wrong) {
        List<String> closing = future.values().stream()
                .filter(u -> !u.open() && former.get(u.id()) instanceof Unit f && f.open())
                .map(Unit::id)
                .toList();
        Map<String, Long> open = openItems.of(closing);
        for (int i = 0; i < rows.size(); i++) {
            Long count = open.get(String.valueOf(rows.get(i).id()));
            if (count != null) {
                wrong.add(new Problem.Field(
                        "units[" + i + "].open",
                        "还有 " + count + " 项未办结任务，请用“合并或撤销”移交给接续单位",
                        count + " open tasks; close it with a successor that takes them over"));
            }
        }
    }

    /**
     * Administrators keep what lies within their own unit. The first import, before any real unit exists, is free, and
     * so is a new root, which touches nobody's tree; the sandbox is nobody's to change.
     */
    private void requireScope(
            Map<String, Unit> former, Map<String, Unit> future, List<UnitRow> rows, List<Problem.Field> wrong) {
        boolean first = former.values().stream().allMatch(Unit::sandbox);
        for (int i = 0; i < rows.size(); i++) {
            String id = String.valueOf(rows.get(i).id());
            Unit before = former.get(id);
            Unit after = future.get(id);
            boolean newRoot = before == null && after != null && after.parentId() == null;
            boolean mayHold = first || newRoot || after == null || caller.sees(after.path());
            if (!mayHold || (before != null && (before.sandbox() || !caller.sees(before.path())))) {
                wrong.add(Rows.outside("units[" + i + "].id"));
            }
        }
    }
}
