/** Reports that are owed: how often a unit is asked, what is expected when, and who has not reported. */
@org.jspecify.annotations.NullMarked
package org.dudao.task.expecting;
