package org.dudao.supervision;

import org.dudao.startup.Problem;

/** Somebody else answers for the task. */
public class NotTheResponsibleUnit extends Problem {
    NotTheResponsibleUnit(String unit) {
        super(
                403,
                "not-the-responsible-unit",
                "只有责任单位（" + unit + "）可以知悉和答复。",
                "Only the responsible unit (" + unit + ") acknowledges and answers.");
    }
}
