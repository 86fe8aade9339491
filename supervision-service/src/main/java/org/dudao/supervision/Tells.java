package org.dudao.supervision;

import java.util.List;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.RemindedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.jspecify.annotations.Nullable;

/** What a step of a ladder tells when it is taken. */
public enum Tells {
    /** The rung is reached. */
    RUNG,
    /** The unit above hears of the rung, after its own delay. */
    SUPERIOR,
    /** The rung is told again. */
    REPEAT;

    /** @param by who took it; null when it was the clock */
    public SupervisionEvent event(
            AlertFacts alert,
            long version,
            Rung rung,
            List<Audience> audience,
            @Nullable String by,
            @Nullable String reason) {
        return switch (this) {
            case RUNG -> new AlertEscalated(alert, version, rung, audience, by, reason);
            case SUPERIOR ->
                new AlertReminded(alert, version, rung, audience, RemindedBecause.SUPERIOR_DUE, by, reason);
            case REPEAT -> new AlertReminded(alert, version, rung, audience, RemindedBecause.REPEATED, by, reason);
        };
    }
}
