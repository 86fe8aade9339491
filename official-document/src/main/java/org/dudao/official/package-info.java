/** How an office's document looks on paper: one format for whichever service writes one (ADR-0015). */
@NullMarked
package org.dudao.official;

import org.jspecify.annotations.NullMarked;
