/** How many requests a school's system may make. */
@NullMarked
package org.dudao.task.limiting;

import org.jspecify.annotations.NullMarked;
