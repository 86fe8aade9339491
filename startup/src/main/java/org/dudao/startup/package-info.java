/** What every service has from its first second: the clock, who is calling, problems as JSON, the audit, and what it knows of units. */
@NullMarked
package org.dudao.startup;

import org.jspecify.annotations.NullMarked;
