package org.dudao.plan.reading.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.dudao.plan.reading.document.DocumentText.Format;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** Bytes to paragraphs. The content decides what a file is; its name is never trusted. */
public final class DocumentReader {

    private DocumentReader() {}

    public static DocumentText read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        if (bytes.length > Limits.BYTES) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        DocumentText text = readAs(bytes);
        long characters =
                text.paragraphs().stream().mapToLong(p -> p.text().length()).sum();
        if (characters > Limits.CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LONG);
        }
        if (text.paragraphs().stream().allMatch(p -> p.text().isBlank())) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        return text;
    }

    private static DocumentText readAs(byte[] bytes) {
        return switch (FileMagic.valueOf(bytes)) {
            case OOXML -> packaged(bytes);
            case OLE2 -> new DocumentText(Format.DOC, attempt(() -> WordText.of(bytes)));
            case PDF -> DocumentText.ofLines(Format.PDF, attempt(() -> PdfText.of(bytes)));
            case RTF -> throw new UnreadableDocument(Reason.RICH_TEXT);
            case HTML -> throw new UnreadableDocument(Reason.WEB_PAGE);
            case WORD2 -> throw new UnreadableDocument(Reason.OLD_WORD);
            case JPEG, PNG, GIF, TIFF, BMP, WMF, EMF -> throw new UnreadableDocument(Reason.PICTURE);
            case BIFF2, BIFF3, BIFF4 -> throw new UnreadableDocument(Reason.SHEET);
            default ->
                WordText.disguised(bytes)
                        .map(reason -> {
                            throw new UnreadableDocument(reason);
                        })
                        .map(DocumentText.class::cast)
                        .orElseGet(() -> DocumentText.ofLines(Format.TEXT, PlainText.of(bytes)));
        };
    }

    /** A zip of parts: which of the formats that are one, its parts say. */
    private static DocumentText packaged(byte[] bytes) {
        return attempt(() -> {
            try (Archive parts = new Archive(bytes)) {
                if (parts.has("OFD.xml")) {
                    return new DocumentText(Format.OFD, OfdText.of(parts));
                }
                String types =
                        new String(parts.part("[Content_Types].xml").orElse(new byte[0]), StandardCharsets.UTF_8);
                if (types.contains("spreadsheetml.sheet.main")) {
                    return new DocumentText(Format.XLSX, SheetText.of(bytes, parts));
                }
                return new DocumentText(Format.DOCX, DocxText.of(word(parts, types)));
            }
        });
    }

    private static Archive word(Archive parts, String types) {
        if (types.contains("macroEnabled") || parts.has("word/vbaProject.bin")) {
            throw new UnreadableDocument(Reason.MACROS);
        }
        if (parts.hasUnder("xl/")) {
            throw new UnreadableDocument(Reason.SHEET);
        }
        if (types.contains("presentationml") || parts.hasUnder("ppt/")) {
            throw new UnreadableDocument(Reason.SLIDES);
        }
        if (parts.has("Index/Document.iwa") || parts.has("Index.zip")) {
            throw new UnreadableDocument(Reason.PAGES);
        }
        if (!types.contains("wordprocessingml.document.main") && !types.contains("wordprocessingml.template.main")) {
            throw new UnreadableDocument(Reason.FOREIGN);
        }
        return parts;
    }

    private interface Attempt<T> {
        T read() throws IOException;
    }

    /** The libraries throw whatever they meet inside a damaged file; all of it means the same to the person who uploaded it. */
    private static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.read();
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    String.valueOf(e.getMessage()).contains("Zip bomb") ? Reason.EXPANDS_TOO_MUCH : Reason.BROKEN, e);
        }
    }
}
