/** Takes in the files that prove what a unit says, keeps them, shows them, and offers what stands already instead of asking again. */
@NullMarked
package org.dudao.task.evidencing;

import org.jspecify.annotations.NullMarked;
