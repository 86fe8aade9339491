/** The door: hears of tasks, and of units and the calendar. */
@NullMarked
package org.dudao.plan.receiving;

import org.jspecify.annotations.NullMarked;
