/** A year is played ahead: who would hear what, and who would stand where. Nothing of it is stored or sent. */
@NullMarked
package org.dudao.supervision.simulating;

import org.jspecify.annotations.NullMarked;
