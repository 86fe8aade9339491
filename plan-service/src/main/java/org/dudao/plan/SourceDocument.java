package org.dudao.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** The file a plan was read from, untouched, with what the reader wants a person to look at. */
@Entity
@Table(name = "source_document")
public class SourceDocument {

    private static final int LONGEST_NAME = 200;

    @Id
    @Column(name = "plan_id")
    private UUID planId;

    @Column(updatable = false)
    private String name;

    @Column(name = "media_type", updatable = false)
    private String mediaType;

    @Column(updatable = false)
    private int size;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private String[] warnings;

    @Column(updatable = false)
    private byte[] content;

    protected SourceDocument() {}

    public SourceDocument(
            UUID planId, String name, String mediaType, String sha256, List<String> warnings, byte[] content) {
        this.planId = planId;
        this.name = harmless(name);
        this.mediaType = mediaType;
        this.size = content.length;
        this.sha256 = sha256;
        this.warnings = warnings.toArray(String[]::new);
        this.content = content;
    }

    /** What is known of the file without its bytes. */
    public record Facts(UUID planId, String name, String mediaType, int size, String sha256, String[] warnings) {}

    /** A name to show and to download by: no folders, no control characters, not endless. */
    private static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\"<>|*?:\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        String kept = clean.isEmpty() ? "plan" : clean;
        return kept.length() > LONGEST_NAME ? kept.substring(kept.length() - LONGEST_NAME) : kept;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }
}
