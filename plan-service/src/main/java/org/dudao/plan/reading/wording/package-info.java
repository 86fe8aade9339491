/** How Chinese is written: numerals, ordinals, units, sentences, and the one form in which all of it is matched. */
@NullMarked
package org.dudao.plan.reading.wording;

import org.jspecify.annotations.NullMarked;
