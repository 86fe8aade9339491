/** Words sought in every plan, measure and target that the caller may see. */
@NullMarked
package org.dudao.plan.searching;

import org.jspecify.annotations.NullMarked;
