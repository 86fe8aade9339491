/** Who is at the browser: the login with the identity provider, the session that stays on the server, and its end. */
@NullMarked
package org.dudao.console.entering;

import org.jspecify.annotations.NullMarked;
