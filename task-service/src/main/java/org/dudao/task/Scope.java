package org.dudao.task;

import org.dudao.startup.Caller;

/**
 * What the caller may see: tasks led at or below the own unit, shares of tasks that it leads, and tasks that it
 * supports. Every query states it.
 */
public record Scope(String path, String unitId) {

    static final String SQL =
            "(t.unit_path LIKE :path OR t.asked_by_path LIKE :path OR array_position(t.supporting_unit_ids, :scopeUnit) IS NOT NULL)";

    public static Scope of(Caller caller) {
        return new Scope(caller.unitPath(), caller.unitId());
    }

    public boolean sees(Task task) {
        String askedBy = task.askedByPath();
        return task.unitPath().startsWith(path)
                || (askedBy != null && askedBy.startsWith(path))
                || task.supportingUnitIds().contains(unitId);
    }

    /** Paths hold letters, digits and hyphens only (see how units are checked), so nothing needs escaping. */
    String prefix() {
        return path + "%";
    }
}
