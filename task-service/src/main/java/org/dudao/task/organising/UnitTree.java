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
import org.dudao.task.UnitProfile;
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
                    new Unit(
                            id,
                            same.parentId(),
                            path,
                            same.name(),
                            same.kind(),
                            same.open(),
                            same.functions(),
                            same.profile(),
                            1),
                    same);
        }
        boolean open = row.open() == null || row.open();
        List<String> functions = words(row.functions(), former == null ? List.of() : former.functions());
        UnitProfile profile = profile(row, former == null ? UnitProfile.NONE : former.profile(), open);
        return versioned(
                new Unit(
                        id,
                        row.parentId(),
                        path,
                        must(row.name()).strip(),
                        must(row.kind()),
                        open,
                        functions,
                        profile,
                        1),
                former);
    }

    /** A closed school's code is a former one; who opens again has no successor. */
    private static UnitProfile profile(UnitRow row, UnitProfile former, boolean open) {
        return new UnitProfile(
                row.stage() == null ? former.stage() : row.stage(),
                text(row.divisionCode(), former.divisionCode()),
                open ? text(row.schoolCode(), former.schoolCode()) : null,
                row.pupils() == null ? former.pupils() : row.pupils(),
                row.teachers() == null ? former.teachers() : row.teachers(),
                row.classes() == null ? former.classes() : row.classes(),
                words(row.traits(), former.traits()),
                text(row.leaderId(), former.leaderId()),
                text(row.contactId(), former.contactId()),
                open ? null : former.successorId());
    }

    private static @Nullable String text(@Nullable String asked, @Nullable String former) {
        return asked == null ? former : asked.isBlank() ? null : asked.strip();
    }

    private static List<String> words(@Nullable List<String> asked, List<String> former) {
        return asked == null
                ? former
                : asked.stream()
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .distinct()
                        .toList();
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
                unit.profile(),
                version);
    }

    /** A parent's path is a prefix of its children's. */
    static List<Unit> parentsFirst(Collection<Unit> units) {
        return units.stream().sorted(Comparator.comparing(Unit::path)).toList();
    }
}
