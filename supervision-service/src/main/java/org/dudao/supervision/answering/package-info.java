/** What people do with an alert: acknowledge, snooze, escalate, sign, decline, close. */
@NullMarked
package org.dudao.supervision.answering;

import org.jspecify.annotations.NullMarked;
