package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The responsible unit has said that it knows. */
public class AlreadyAcknowledged extends Problem {
    AlreadyAcknowledged(String by) {
        super(409, "already-acknowledged", "责任单位（" + by + "）已确认知悉。", "Acknowledged already, by " + by + ".");
    }
}
