/** What the services say to each other: facts in the past tense, and the words they share. Depends on the JDK alone. */
@NullMarked
package org.dudao.contracts;

import org.jspecify.annotations.NullMarked;
