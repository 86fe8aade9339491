/** A draft becomes binding, in one act; a published plan is withdrawn. */
@NullMarked
package org.dudao.plan.publishing;

import org.jspecify.annotations.NullMarked;
