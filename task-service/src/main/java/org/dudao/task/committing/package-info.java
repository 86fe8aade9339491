/** Responsibility letters (目标责任书): what a unit answers for in a year, as a paper to be signed. */
@NullMarked
package org.dudao.task.committing;

import org.jspecify.annotations.NullMarked;
