/** Plans and their documents, as people look at them. */
@NullMarked
package org.dudao.plan.browsing;

import org.jspecify.annotations.NullMarked;
