/** A plan beside what last year's summary says was reached. */
@NullMarked
package org.dudao.plan.comparing;

import org.jspecify.annotations.NullMarked;
