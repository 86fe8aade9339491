/** Turns what happened into messages for the people whom it concerns, once each. */
@NullMarked
package org.dudao.notification.composing;

import org.jspecify.annotations.NullMarked;
