/** What the pages ask of the services, passed on under the caller's own token and nobody else's. */
@NullMarked
package org.dudao.console.forwarding;

import org.jspecify.annotations.NullMarked;
