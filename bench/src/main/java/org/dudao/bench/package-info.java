/** Benchmarks of what the services really run, each by one command, next to something to compare with. */
@NullMarked
package org.dudao.bench;

import org.jspecify.annotations.NullMarked;
