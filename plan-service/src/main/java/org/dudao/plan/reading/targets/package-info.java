/** Sentences to targets and results: the grammar of what a bureau promises. Knows no files. */
@NullMarked
package org.dudao.plan.reading.targets;

import org.jspecify.annotations.NullMarked;
