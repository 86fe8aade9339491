/** What happens to alerts when something happened to a task. */
@NullMarked
package org.dudao.supervision.alerting;

import org.jspecify.annotations.NullMarked;
