/** Text to structure: what surrounds a plan, several plans in one file, titles, headings, chapters and measures. */
@NullMarked
package org.dudao.plan.reading.outline;

import org.jspecify.annotations.NullMarked;
