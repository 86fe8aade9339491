package org.dudao.startup;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, null on the last
 * @param total how many the filters let through, over all pages
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** From {@code limit + 1} rows: the surplus row only tells that there are more. */
    public static <T> Page<T> of(List<T> rows, int limit, long total, Function<T, Cursor> cursorOf) {
        boolean more = rows.size() > limit;
        List<T> shown = more ? List.copyOf(rows.subList(0, limit)) : List.copyOf(rows);
        return new Page<>(shown, more ? cursorOf.apply(shown.getLast()).toString() : null, total);
    }

    /** @throws Problem 422 unless 1 to 200 */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problem.invalid("limit", "每页条数应为 1 到 200。", "limit takes 1 to 200.");
        }
        return asked;
    }
}
