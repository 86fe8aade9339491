/** A bureau's yearly work plan: chapters, measures and targets, drafted, published and kept. */
@NullMarked
package org.dudao.plan;

import org.jspecify.annotations.NullMarked;
