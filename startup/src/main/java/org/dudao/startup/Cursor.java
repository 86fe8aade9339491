package org.dudao.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key of its last row. Opaque to the caller. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... parts) {
        return new Cursor(List.of(parts).stream().map(String::valueOf).toList());
    }

    /** @throws Problem 422 when it is not one of ours */
    public static Optional<Cursor> parse(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> split = List.of(plain.split(SEPARATOR, -1));
            if (split.size() == parts) {
                return Optional.of(new Cursor(split));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal
        }
        throw Problem.invalid("cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
    }

    public String part(int i) {
        return parts.get(i);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }
}
