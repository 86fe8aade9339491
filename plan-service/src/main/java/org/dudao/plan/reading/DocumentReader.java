package org.dudao.plan.reading;

import java.io.IOException;
import java.util.List;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.dudao.plan.reading.DocumentText.Format;
import org.dudao.plan.reading.UnreadableDocument.Reason;

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
            case OOXML -> new DocumentText(Format.DOCX, attempt(() -> WordText.ofDocx(bytes)));
            case OLE2 -> new DocumentText(Format.DOC, attempt(() -> WordText.ofDoc(bytes)));
            case PDF -> DocumentText.ofLines(Format.PDF, attempt(() -> PdfText.of(bytes)));
            case UNKNOWN -> DocumentText.ofLines(Format.TEXT, PlainText.of(bytes));
            default -> throw new UnreadableDocument(Reason.FOREIGN);
        };
    }

    private interface Attempt<T> {
        List<T> paragraphs() throws IOException;
    }

    /** The libraries throw whatever they meet inside a damaged file; all of it means the same to the person who uploaded it. */
    private static <T> List<T> attempt(Attempt<T> attempt) {
        try {
            return attempt.paragraphs();
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    String.valueOf(e.getMessage()).contains("Zip bomb") ? Reason.EXPANDS_TOO_MUCH : Reason.BROKEN, e);
        }
    }
}
