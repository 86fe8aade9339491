/** Fires deadlines when they pass. */
@NullMarked
package org.dudao.task.watching;

import org.jspecify.annotations.NullMarked;
