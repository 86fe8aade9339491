package org.dudao.plan.reading.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** A document that is a zip of parts. A part is unpacked only as far as an honest document would grow; names lead nowhere, since nothing is written. */
final class Archive implements AutoCloseable {

    private static final int LARGEST_PART = 64 * 1024 * 1024;
    private static final int MOST_PARTS = 10_000;

    /** Small parts may repeat themselves a lot without harm. */
    private static final int HARMLESS = 1024 * 1024;

    private final ZipFile zip;

    Archive(byte[] bytes) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
        int parts = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); entries.nextElement()) {
            if (++parts > MOST_PARTS) {
                throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
            }
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    boolean hasUnder(String folder) {
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            if (entries.nextElement().getName().startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    /** For a library that unpacks by itself. */
    void requireAllWithinBounds() throws IOException {
        long all = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            all += part(entries.nextElement().getName())
                    .map(bytes -> bytes.length)
                    .orElse(0);
            if (all > LARGEST_PART) {
                throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
            }
        }
    }

    Optional<byte[]> part(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        long most = Math.min(
                LARGEST_PART, Math.max(HARMLESS, (long) (entry.getCompressedSize() / Limits.SMALLEST_INFLATE_RATIO)));
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                part.write(buffer, 0, read);
                if (part.size() > most) {
                    throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
                }
            }
        }
        return Optional.of(part.toByteArray());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
