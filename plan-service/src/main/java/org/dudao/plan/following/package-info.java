/** A published plan through its year: the tree with its lights, one target's history, the three lists. */
@NullMarked
package org.dudao.plan.following;

import org.jspecify.annotations.NullMarked;
