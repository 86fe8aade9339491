package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The ladder is at its end. */
public class NoRungLeft extends Problem {
    NoRungLeft() {
        super(409, "no-rung-left", "已到督办阶梯的最高一级，没有下一级。", "This is the top of the ladder; there is no next rung.");
    }
}
