/** Alerts: a deadline that passed, the ladder it climbs, and what became of it. */
@NullMarked
package org.dudao.supervision;

import org.jspecify.annotations.NullMarked;
