/** Keeps the copy of people that task-service tells of. */
@NullMarked
package org.dudao.notification.copying;

import org.jspecify.annotations.NullMarked;
