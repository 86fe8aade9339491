package org.dudao.task.evidencing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dudao.task.evidencing.EvidenceRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Text as people's editors write it, and not a page that a browser would run. */
final class PlainText {

    /** In the order tried: almost any bytes are GB 18030, few are UTF-8 by chance. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private static final Pattern ACTIVE =
            Pattern.compile("^\\s*<[!?a-z]|<(script|svg|iframe|html|object|embed)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\x7f]");

    private PlainText() {}

    static FileType check(Path file) throws IOException {
        String text = decoded(Files.readAllBytes(file));
        if (text == null || CONTROL.matcher(text).find()) {
            throw new EvidenceRefused(Reason.UNKNOWN_TYPE);
        }
        if (ACTIVE.matcher(text).find()) {
            throw new EvidenceRefused(Reason.ACTIVE_PAGE);
        }
        return FileType.TXT;
    }

    private static @Nullable String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        for (Charset charset : CHARSETS) {
            String text = decoded(bytes, charset);
            if (text != null) {
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            }
        }
        return null;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
