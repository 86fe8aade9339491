/** Units, people and the work calendar, as administrators keep them. */
@NullMarked
package org.dudao.task.organising;

import org.jspecify.annotations.NullMarked;
