/** The rules are written, tried on today's alerts, and put in force. */
@NullMarked
package org.dudao.supervision.setting;

import org.jspecify.annotations.NullMarked;
