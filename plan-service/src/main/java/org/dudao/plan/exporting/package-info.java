/** What is shown of a year, as a spreadsheet or an official document. */
@NullMarked
package org.dudao.plan.exporting;

import org.jspecify.annotations.NullMarked;
