/** People accept, edit and reject what was read, or throw the draft away. */
@NullMarked
package org.dudao.plan.reviewing;

import org.jspecify.annotations.NullMarked;
