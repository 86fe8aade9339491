/** A published plan is changed: proposed with a reason, approved by another person, told to whoever works at it. */
@NullMarked
package org.dudao.plan.amending;

import org.jspecify.annotations.NullMarked;
