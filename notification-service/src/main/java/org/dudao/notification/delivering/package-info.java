/** Carries messages through the channels: grouped, at the right hour, again after a fault, with proof. */
@NullMarked
package org.dudao.notification.delivering;

import org.jspecify.annotations.NullMarked;
