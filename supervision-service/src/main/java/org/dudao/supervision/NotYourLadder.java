package org.dudao.supervision;

import org.dudao.startup.Problem;

/** There is no such ladder in the bureau. */
public final class NotYourLadder extends Problem {

    public NotYourLadder(int version) {
        super(404, "not-found", "没有第 " + version + " 版督办阶梯。", "There is no version " + version + " of the ladder.");
    }
}
