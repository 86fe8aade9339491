package org.dudao.supervision;

import org.dudao.contracts.Rung;
import org.dudao.startup.Problem;

/** The ladder can't go on past a proposal. */
public class RungWaitsForSignature extends Problem {
    RungWaitsForSignature(Rung rung) {
        super(
                409,
                "rung-waits-for-signature",
                "“" + rung + "”正在等待签发，签发或退回之后才能继续升级。",
                rung + " waits for a signature; sign or decline it first.");
    }
}
