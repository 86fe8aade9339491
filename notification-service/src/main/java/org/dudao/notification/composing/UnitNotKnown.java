package org.dudao.notification.composing;

import java.util.Collection;

/** An event names units whose copy has not come; replay it once they are known. */
class UnitNotKnown extends RuntimeException {
    UnitNotKnown(Collection<String> units) {
        super("units not known here: " + String.join(", ", units));
    }
}
