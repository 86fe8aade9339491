package org.dudao.plan.reading.outline;

import java.util.List;
import java.util.stream.Collectors;
import org.dudao.plan.reading.document.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * One of the documents that a file holds.
 *
 * @param number from 1, in the order of the file
 * @param paragraphs cleaned of what is not the document's own
 */
public record Part(
        int number, Kind kind, String title, @Nullable Integer year, List<Paragraph> paragraphs) {

    /** A plan says what is to be done, a summary what was reached. */
    public enum Kind {
        PLAN,
        SUMMARY
    }

    public Part {
        paragraphs = List.copyOf(paragraphs);
    }

    public String text() {
        return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }
}
