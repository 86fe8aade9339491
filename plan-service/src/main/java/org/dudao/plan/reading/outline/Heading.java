package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.List;
import org.dudao.plan.reading.document.TableRow;
import org.dudao.plan.reading.wording.Numbering.Style;
import org.jspecify.annotations.Nullable;

/** A heading with what stands below it: its own text and the headings of the next level. */
final class Heading {

    final String ordinal;
    final @Nullable Style style;
    final @Nullable TableRow row;
    final boolean glued;
    final List<StringBuilder> own = new ArrayList<>();
    final List<Heading> below = new ArrayList<>();

    Heading(String ordinal, @Nullable Style style, String text, @Nullable TableRow row, boolean glued) {
        this.ordinal = ordinal;
        this.style = style;
        this.row = row;
        this.glued = glued;
        own.add(new StringBuilder(text));
    }

    boolean isNumbered() {
        return !ordinal.isEmpty();
    }

    int length() {
        return own.stream().mapToInt(StringBuilder::length).sum()
                + below.stream().mapToInt(Heading::length).sum();
    }

    /** The whole text, the lower headings with their numbers, as it was written. */
    String text() {
        StringBuilder text = new StringBuilder(String.join("\n", own));
        for (Heading heading : below) {
            text.append(heading.glued || text.isEmpty() ? "" : "\n")
                    .append(heading.ordinal)
                    .append(heading.text());
        }
        return text.toString().strip();
    }
}
