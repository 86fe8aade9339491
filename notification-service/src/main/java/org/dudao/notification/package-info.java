/** What somebody was told: kinds, texts, people, messages and their deliveries. */
@NullMarked
package org.dudao.notification;

import org.jspecify.annotations.NullMarked;
