/** Tells open consoles of new messages, without gaps. */
@NullMarked
package org.dudao.notification.streaming;

import org.jspecify.annotations.NullMarked;
