package org.dudao.task.organising;

import static org.dudao.task.organising.Rows.must;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.startup.Problem;
import org.dudao.task.Unit;
import org.dudao.task.organising.ImportUnits.UnitRow;
import org.jspecify.annotations.Nullable;

/** The tree as it will stand: who is below whom, and so every path. */
final class UnitTree {

    private UnitTree() {}

    /** All units with the asked rows applied; who hangs below a moved unit moves along. */
    static Map<String, Unit> grow(
            Map<String, Unit> former, Map<String, UnitRow> asked, List<UnitRow> rows, List<Problem.Field> wrong) {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        former.values().forEach(u -> parents.put(u.id(), u.parentId()));
        asked.forEach((id, row) -> parents.put(id, row.parentId()));
        for (int i = 0; i < rows.size(); i++) {
            UnitRow row = rows.get(i);
            String parent = row.parentId();
            if (parent != null && !parents.containsKey(parent)) {
                wrong.add(new Problem.Field(
                        "units[" + i + "].parentId", "没有这个上级单位：" + parent, "no such parent: " + parent));
            } else if (circular(must(row.id()), parents)) {
                wrong.add(new Problem.Field("units[" + i + "].parentId", "上下级关系成环", "a unit below itself"));
            }
        }
        Map<String, Unit> future = new LinkedHashMap<>();
        if (wrong.isEmpty()) {
            parents.keySet().forEach(id -> future.put(id, unit(id, former.get(id), asked.get(id), path(id, parents))));
        }
        return future;
    }

    private static boolean circular(String id, Map<String, @Nullable String> parents) {
        Set<String> above = new HashSet<>();
        for (String at = id; at != null; at = parents.get(at)) {
            if (!above.add(at)) {
                return true;
            }
        }
        return false;
    }

    private static String path(String id, Map<String, @Nullable String> parents) {
        String parent = parents.get(id);
        return (parent == null ? "/" : path(parent, parents)) + id + "/";
    }

    private static Unit unit(String id, @Nullable Unit former, @Nullable UnitRow row, String path) {
        if (row == null) {
            Unit same = must(former);
            return versioned(
                    new Unit(id, same.parentId(), path, same.name(), same.kind(), same.open(), same.functions(), 1),
                    same);
        }
        List<String> functions = row.functions() != null
                ? row.functions().stream()
                        .map(String::strip)
                        .filter(f -> !f.isEmpty())
                        .distinct()
                        .toList()
                : former == null ? List.of() : former.functions();
        boolean open = row.open() == null || row.open();
        return versioned(
                new Unit(id, row.parentId(), path, must(row.name()).strip(), must(row.kind()), open, functions, 1),
                former);
    }

    /** The version grows with what others hear of. */
    private static Unit versioned(Unit unit, @Nullable Unit former) {
        long version = former == null ? 1 : unit.tellsOthersTheSameAs(former) ? former.version() : former.version() + 1;
        return new Unit(
                unit.id(),
                unit.parentId(),
                unit.path(),
                unit.name(),
                unit.kind(),
                unit.open(),
                unit.functions(),
                version);
    }

    /** A parent's path is a prefix of its children's. */
    static List<Unit> parentsFirst(Collection<Unit> units) {
        return units.stream().sorted(Comparator.comparing(Unit::path)).toList();
    }
}
