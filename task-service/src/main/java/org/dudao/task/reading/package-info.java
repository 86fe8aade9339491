/** Shows tasks: lists, one with its story, and counts that open their lists. */
@NullMarked
package org.dudao.task.reading;

import org.jspecify.annotations.NullMarked;
