/** What alerts say of units follows the units. */
@NullMarked
package org.dudao.supervision.following;

import org.jspecify.annotations.NullMarked;
