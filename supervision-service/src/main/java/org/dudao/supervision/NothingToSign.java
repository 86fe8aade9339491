package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The step is not proposed: not yet, or not any more. */
public class NothingToSign extends Problem {
    NothingToSign() {
        super(409, "nothing-to-sign", "目前没有等待签发的事项。", "Nothing waits for a signature here.");
    }
}
