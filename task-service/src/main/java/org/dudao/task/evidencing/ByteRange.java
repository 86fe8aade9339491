package org.dudao.task.evidencing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** One stretch of a file, as the Range header asks for it (RFC 9110, 14.1.2). */
record ByteRange(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** Empty when the whole is to be sent: nothing was asked, or something that need not be understood. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.empty();
        }
        long from;
        long last;
        if (asked.group(1).isEmpty()) {
            from = Math.max(0, size - Long.parseLong(asked.group(2)));
            last = size - 1;
        } else {
            from = Long.parseLong(asked.group(1));
            last = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        }
        if (from > last) {
            throw new Problem(416, "range", "所要求的范围超出文件大小。", "The range lies outside the file.");
        }
        return Optional.of(new ByteRange(from, last - from + 1));
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
