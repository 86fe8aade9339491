/** Tasks: what a unit answers for by when, its life, its deadlines, and the units and people it concerns. */
@NullMarked
package org.dudao.task;

import org.jspecify.annotations.NullMarked;
