package org.dudao.task.evidencing;

import java.text.Normalizer;

/** A file's name as it is kept: no path, nothing that hides or reverses, nothing that another system can't store. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    static String clean(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^\\.+", "")
                .replaceAll("[. ]+$", "");
        return shortened(name);
    }

    /** Cut in its middle, so that the extension stays; by code points, as the database counts. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String end = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        int kept = LONGEST - 1 - end.length();
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + end;
    }
}
