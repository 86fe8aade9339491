package org.dudao.task;

import org.dudao.startup.Problem;

/** 409: nobody asks for an extension, or it was decided meanwhile. */
public class NoExtensionAsked extends Problem {
    NoExtensionAsked() {
        super(
                409,
                "no-extension-asked",
                "没有待批的延期申请，可能已有人批复。请刷新查看。",
                "No request for an extension waits for a decision; perhaps somebody decided. Reload to see.");
    }
}
