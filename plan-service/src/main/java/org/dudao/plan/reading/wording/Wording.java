package org.dudao.plan.reading.wording;

import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import com.github.houbb.opencc4j.support.segment.impl.Segments;
import java.util.regex.Pattern;

/** Text in the form in which it is matched: simplified, half-width, and character for character as long as it was written, so that places agree. */
public final class Wording {

    private static final String FULL = "，；：！？（）％．～－—–〔〕［］";
    private static final String HALF = ",;:!?()%.~---()()";

    private static final Pattern APPROXIMATE =
            Pattern.compile("(?:(?<![节条预签公大])约|(?<![附临])近|余)\\s*\\d|\\d\\S{0,3}(?:左右|上下|余)");

    private static final ZhConvertBootstrap CONVERTER =
            ZhConvertBootstrap.newInstance().segment(Segments.chars()).init();

    private Wording() {}

    public static String matched(String written) {
        StringBuilder s = new StringBuilder(hasTraditional(written) ? simplified(written) : written);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            int at = FULL.indexOf(c);
            if (at >= 0) {
                s.setCharAt(i, HALF.charAt(at));
            } else if (c >= '０' && c <= '９') {
                s.setCharAt(i, (char) (c - '０' + '0'));
            } else if (c == '\u00a0' || c == '\u3000') {
                s.setCharAt(i, ' ');
            }
        }
        return s.toString();
    }

    /** 约150名, 12%左右. */
    public static boolean isApproximate(String matched) {
        return APPROXIMATE.matcher(matched).find();
    }

    /** A few characters that no simplified plan can do without tell the script; the converter's tables are only loaded then. */
    public static boolean hasTraditional(String s) {
        return s.chars()
                .anyMatch(c ->
                        "學師設進個為爲幹黨業義實業發動長區縣項辦優質開確領關訓將與該國務導績園體們來對會時後從應還問無結題員門權證總達條點產種過說計劃級組設語認論識調護報據處備難廣創團紀檢勵勞協織續穩風華環領錄館廳衛滿衆羣爭項編"
                                        .indexOf(c)
                                >= 0);
    }

    private static String simplified(String written) {
        String converted = CONVERTER.toSimple(written);
        return converted.length() == written.length() ? converted : written;
    }
}
