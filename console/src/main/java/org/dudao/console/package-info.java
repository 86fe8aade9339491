/** The process behind the pages: one origin for the pages themselves, the login, the services' APIs and their event stream. */
@NullMarked
package org.dudao.console;

import org.jspecify.annotations.NullMarked;
