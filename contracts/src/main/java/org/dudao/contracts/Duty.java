package org.dudao.contracts;

/** What a person is in a unit; decides which messages of an audience reach the person. */
public enum Duty {
    /** Head of the unit (负责人), answers for it. */
    HEAD,
    /** Works on the unit's items (经办人). */
    STAFF,
    /** Supervision office (督导室). */
    SUPERVISOR,
    /** Leader of the bureau (局领导). */
    LEADER,
    /** Responsible inspector (责任督学). */
    INSPECTOR,
    /** Looks after the system; gets no business messages. */
    ADMIN
}
