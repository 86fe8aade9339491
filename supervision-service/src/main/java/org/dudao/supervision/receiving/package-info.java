/** The doors: what this service hears of tasks and units. */
@NullMarked
package org.dudao.supervision.receiving;

import org.jspecify.annotations.NullMarked;
