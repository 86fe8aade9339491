/** Say it once per commit, hear it once: the outbox, its relay, the inbox and what could not be handled. */
@NullMarked
package org.dudao.outbox;

import org.jspecify.annotations.NullMarked;
