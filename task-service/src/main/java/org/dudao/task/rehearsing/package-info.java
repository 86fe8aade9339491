/** The sandbox school: where a school's programmer tries every act, and nobody hears of it. */
@NullMarked
package org.dudao.task.rehearsing;

import org.jspecify.annotations.NullMarked;
