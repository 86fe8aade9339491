/** The burden meter (减负): what is asked of each unit in each month, in items and in hours. */
@NullMarked
package org.dudao.task.metering;

import org.jspecify.annotations.NullMarked;
