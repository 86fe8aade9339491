package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.UnitKind;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Takes units in bulk, tells the others what changed, and moves what hangs below a moved unit along. */
@ApplicationScoped
public class ImportUnits {

    private final Units units;
    private final Outbox outbox;
    private final OrganisationAudit audit;
    private final Caller caller;

    public ImportUnits(Units units, Outbox outbox, OrganisationAudit audit, Caller caller) {
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** A unit as sent; {@code functions} null keeps them, {@code open} null means open. */
    public record UnitRow(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable List<String> functions,
            @Nullable Boolean open) {}

    @Transactional
    public Rows.Outcome put(List<UnitRow> rows) {
        units.lockTree();
        Map<String, Unit> former = Rows.byId(units.all(), Unit::id);
        List<Problem.Field> wrong = new ArrayList<>();
        Map<String, UnitRow> asked = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            check("units[" + i + "].", rows.get(i), asked, wrong);
        }
        Rows.refuse(wrong);
        Map<String, Unit> future = UnitTree.grow(former, asked, rows, wrong);
        Rows.refuse(wrong);
        requireScope(former, future, rows, wrong);
        Rows.refuse(wrong);
        List<Unit> changed = UnitTree.parentsFirst(future.values()).stream()
                .filter(u -> !u.equals(former.get(u.id())))
                .toList();
        saveUnits(former, changed);
        return new Rows.Outcome(
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
        audit.changed("unit", changed.stream().map(Unit::id).toList());
    }

    private static void check(String at, UnitRow row, Map<String, UnitRow> asked, List<Problem.Field> wrong) {
        String id = row.id();
        boolean twice = id != null && asked.put(id, row) != null;
        Rows.checkId(at + "id", id, twice, wrong);
        Rows.checkName(at + "name", row.name(), wrong);
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
                wrong.add(Rows.outside("units[" + i + "].id"));
            }
        }
    }
}
