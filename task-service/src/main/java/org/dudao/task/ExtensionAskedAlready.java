package org.dudao.task;

import java.time.LocalDate;
import org.dudao.startup.Problem;

/** 409: a request for an extension waits for its decision. */
public class ExtensionAskedAlready extends Problem {
    ExtensionAskedAlready(LocalDate wanted) {
        super(
                409,
                "extension-asked-already",
                "已申请延期至" + wanted + "，请等待批复。",
                "An extension to " + wanted + " was asked for; wait for its decision.");
    }
}
