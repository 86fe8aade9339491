/** Nodes within a task: which there are, and how far each is. */
@org.jspecify.annotations.NullMarked
package org.dudao.task.milestones;
