package org.dudao.task.evidencing;

import java.util.List;
import java.util.Locale;

/** What evidence may be. The word is kept with each file. */
enum FileType {
    PDF("PDF", "application/pdf", "pdf"),
    DOCX("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("PPT", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    JPEG("JPG", "image/jpeg", "jpg", "jpeg"),
    PNG("PNG", "image/png", "png"),
    HEIC("HEIC", "image/heic", "heic", "heif"),
    MP4("MP4", "video/mp4", "mp4", "m4v"),
    TXT("TXT", "text/plain", "txt");

    private final String shown;
    private final String mediaType;
    private final List<String> extensions;

    FileType(String shown, String mediaType, String... extensions) {
        this.shown = shown;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    static FileType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String shown() {
        return shown;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extensions.getFirst();
    }

    boolean fits(String name) {
        return extensions.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    boolean isImage() {
        return this == JPEG || this == PNG || this == HEIC;
    }

    /** No free decoder reads HEIC in Java: phones make JPG for whoever asks. */
    boolean hasThumbnail() {
        return this == JPEG || this == PNG || this == PDF;
    }
}
