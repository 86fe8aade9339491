package org.dudao.contracts;

/** Kind of a unit in the tree 省 → 市 → 县 → 乡镇 → 学校; sections (科室) hang below a bureau. */
public enum UnitKind {
    BUREAU,
    SECTION,
    TOWNSHIP,
    SCHOOL,
    EXTERNAL,
    TASK_FORCE
}
