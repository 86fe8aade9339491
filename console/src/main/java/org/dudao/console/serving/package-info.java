/** The pages as files: which are cached, which never, and what a browser may do with them. */
@NullMarked
package org.dudao.console.serving;

import org.jspecify.annotations.NullMarked;
