/** Where other services' facts are heard. */
@NullMarked
package org.dudao.task.receiving;

import org.jspecify.annotations.NullMarked;
