/** What was told of tasks, for school systems that ask instead of being called. */
@NullMarked
package org.dudao.task.feeding;

import org.jspecify.annotations.NullMarked;
