package org.dudao.plan.reading;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;

/** The numbers that Word shows before a paragraph but does not keep in its text. */
final class AutomaticNumbers {

    private record Level(BigInteger list, int depth) {}

    private final Map<Level, Integer> counters = new HashMap<>();

    String of(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        String pattern = paragraph.getNumLevelText();
        if (list == null
                || list.signum() == 0
                || pattern == null
                || paragraph.getText().isBlank()) {
            return "";
        }
        BigInteger level = paragraph.getNumIlvl();
        int depth = level == null ? 0 : level.intValue();
        counters.keySet().removeIf(l -> l.list().equals(list) && l.depth() > depth);
        int number = counters.merge(new Level(list, depth), 1, Integer::sum);
        return pattern.contains("%" + (depth + 1))
                ? pattern.replace("%" + (depth + 1), written(number, paragraph.getNumFmt()))
                        .replaceAll("%\\d", "")
                : "";
    }

    private static String written(int number, @Nullable String format) {
        return format != null
                        && (format.startsWith("chinese")
                                || format.startsWith("ideograph")
                                || format.startsWith("japanese"))
                ? Numerals.chinese(number)
                : Integer.toString(number);
    }
}
