/** What tasks report becomes the attainment of targets. */
@NullMarked
package org.dudao.plan.tracking;

import org.jspecify.annotations.NullMarked;
