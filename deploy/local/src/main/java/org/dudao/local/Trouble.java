package org.dudao.local;

import java.io.Serial;

/** What stopped the stack, and the cure; said in one line. */
public final class Trouble extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public Trouble(String what, String cure) {
        super(what + "; " + cure);
    }
}
