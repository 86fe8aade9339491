package org.dudao.plan.reading.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date read from words.
 *
 * @param on null when the words hang on a plan year that the document does not name
 */
public record Due(@Nullable LocalDate on, String words) {}
