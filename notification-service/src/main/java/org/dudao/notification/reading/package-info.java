/** The inbox of whoever is logged in. */
@NullMarked
package org.dudao.notification.reading;

import org.jspecify.annotations.NullMarked;
