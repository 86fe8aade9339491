/** The doors: one class per topic heard. */
@NullMarked
package org.dudao.notification.receiving;

import org.jspecify.annotations.NullMarked;
