/** Turns published targets into tasks, proposes who leads them, and makes a unit responsible. */
@NullMarked
package org.dudao.task.assigning;

import org.jspecify.annotations.NullMarked;
