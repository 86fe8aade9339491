package org.dudao.supervision;

import org.dudao.startup.Problem;

/** A person closed it first. */
public class AlertAlreadyClosed extends Problem {
    AlertAlreadyClosed(AlertState.Closed state) {
        super(
                409,
                "alert-already-closed",
                "这条督办预警已由 " + state.by() + " 销号：" + state.reason(),
                "This alert was closed by " + state.by() + ": " + state.reason());
    }
}
