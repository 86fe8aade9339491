package org.dudao.plan.reading.document;

import java.util.List;

/** A document's paragraphs in reading order, and the format its content (not its name) says it has. */
public record DocumentText(Format format, List<Paragraph> paragraphs) {

    public enum Format {
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        DOC("application/msword"),
        PDF("application/pdf"),
        OFD("application/ofd"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        TEXT("text/plain; charset=utf-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public DocumentText {
        paragraphs = List.copyOf(paragraphs);
    }

    public static DocumentText ofLines(Format format, List<String> lines) {
        return new DocumentText(format, lines.stream().map(Paragraph::of).toList());
    }
}
