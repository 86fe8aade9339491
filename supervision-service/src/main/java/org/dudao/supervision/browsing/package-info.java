/** Alerts and their ladder as people read them; every number opens the list it counts. */
@NullMarked
package org.dudao.supervision.browsing;

import org.jspecify.annotations.NullMarked;
