/** What may see all services at once: the demo, and the timelines that hold the whole line to its promise. */
@NullMarked
package org.dudao.stories;

import org.jspecify.annotations.NullMarked;
