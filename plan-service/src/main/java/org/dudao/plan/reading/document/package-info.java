/** Files to text: one reader per format, each with its bounds, all giving the same paragraphs and table rows. */
@NullMarked
package org.dudao.plan.reading.document;

import org.jspecify.annotations.NullMarked;
