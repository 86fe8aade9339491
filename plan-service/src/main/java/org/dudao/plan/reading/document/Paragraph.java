package org.dudao.plan.reading.document;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph as the document has it.
 *
 * @param level Word's outline level from 1, or 0 for body text and for formats that keep none
 * @param row what its columns say, where it was a row of a table
 * @param glued cut off from the text before it, which it followed without a break
 */
public record Paragraph(String text, int level, @Nullable TableRow row, boolean glued) {

    public static Paragraph of(String text) {
        return new Paragraph(text, 0, null, false);
    }

    static Paragraph heading(String text, int level) {
        return new Paragraph(text, level, null, false);
    }

    static Paragraph of(TableRow row) {
        return new Paragraph(row.text(), 0, row, false);
    }

    public Paragraph with(String otherText) {
        return new Paragraph(otherText, level, row, glued);
    }
}
