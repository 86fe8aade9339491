package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.dudao.task.evidencing.EvidenceRefused.Reason;

/** What a file is by its bytes; neither its name nor its sender is believed. */
final class Sniff {

    private static final int HEAD = 4_096;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5");

    private Sniff() {}

    /** @throws EvidenceRefused for everything that is not known to be harmless */
    static FileType of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String magic = new String(head, ISO_8859_1);
        if (magic.startsWith("%PDF-")) {
            return FileType.PDF;
        }
        if (magic.startsWith("PK\003\004")) {
            return OfficeFile.typeOf(file);
        }
        if (magic.startsWith("\u00ff\u00d8\u00ff")) {
            return FileType.JPEG;
        }
        if (magic.startsWith("\u0089PNG\r\n\u001a\n")) {
            return FileType.PNG;
        }
        if (magic.startsWith("ftyp", 4) && magic.length() >= 12) {
            return container(magic.substring(8, 12));
        }
        refuseKnown(magic);
        return PlainText.check(file);
    }

    private static FileType container(String brand) {
        if (HEIC_BRANDS.contains(brand)) {
            return FileType.HEIC;
        }
        if (MP4_BRANDS.contains(brand)) {
            return FileType.MP4;
        }
        throw new EvidenceRefused(Reason.UNKNOWN_TYPE);
    }

    private static void refuseKnown(String magic) {
        if (magic.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            throw new EvidenceRefused(Reason.OLD_OFFICE);
        }
        if (starts(magic, "PK", "Rar!", "7z\u00bc\u00af", "\u001f\u008b", "BZh", "\u00fd7zXZ")) {
            throw new EvidenceRefused(Reason.ARCHIVE);
        }
        if (starts(
                magic,
                "MZ",
                "\u007fELF",
                "#!",
                "\u00ca\u00fe\u00ba\u00be",
                "\u00cf\u00fa\u00ed\u00fe",
                "\u00ce\u00fa\u00ed\u00fe",
                "\u00fe\u00ed\u00fa")) {
            throw new EvidenceRefused(Reason.PROGRAM);
        }
    }

    private static boolean starts(String magic, String... anyOf) {
        for (String start : anyOf) {
            if (magic.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
