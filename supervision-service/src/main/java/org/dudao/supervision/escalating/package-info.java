/** The ladder moves by itself: rungs come due, and follow a changed calendar. */
@NullMarked
package org.dudao.supervision.escalating;

import org.jspecify.annotations.NullMarked;
