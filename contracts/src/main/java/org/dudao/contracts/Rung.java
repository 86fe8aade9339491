package org.dudao.contracts;

/** The ladder's rungs in ascending order: 提醒 催办 预警 督办 通报 约谈 问责. Labels are configuration. */
public enum Rung {
    REMINDER,
    URGING,
    WARNING,
    SUPERVISION,
    BULLETIN,
    TALK,
    ACCOUNTABILITY
}
