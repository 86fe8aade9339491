/** A document becomes a draft plan. */
@NullMarked
package org.dudao.plan.importing;

import org.jspecify.annotations.NullMarked;
