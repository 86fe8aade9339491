package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The fact that raised it was gone first. */
public class AlertAlreadyResolved extends Problem {
    AlertAlreadyResolved(AlertState.Resolved state) {
        super(
                409,
                "alert-already-resolved",
                "这条督办预警已因事由消除而解除（" + state.because() + "），无需再处理。",
                "This alert is resolved already (" + state.because() + "); nothing is left to do.");
    }
}
