/** Reads a bureau's work plan: files to text, text to chapters and measures, sentences to targets. Knows nothing of the service around it. */
@NullMarked
package org.dudao.plan.reading;

import org.jspecify.annotations.NullMarked;
