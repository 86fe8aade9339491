/** Key work: what is looked at first. */
@NullMarked
package org.dudao.plan.prioritising;

import org.jspecify.annotations.NullMarked;
