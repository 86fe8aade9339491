/** Subscribing: which systems of units want to be called, and of what. */
@NullMarked
package org.dudao.notification.subscribing;

import org.jspecify.annotations.NullMarked;
