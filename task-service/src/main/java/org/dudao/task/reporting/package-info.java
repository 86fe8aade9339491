/** How a unit answers for its task, and how the answer is verified. */
@NullMarked
package org.dudao.task.reporting;

import org.jspecify.annotations.NullMarked;
