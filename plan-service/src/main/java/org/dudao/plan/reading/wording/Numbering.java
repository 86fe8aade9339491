package org.dudao.plan.reading.wording;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number at a heading's start, in one of the styles of Chinese documents. The styles stand from the outermost to the innermost. */
public record Numbering(Style style, int number, int length) {

    /** The first of each row of characters that are a number with its frame. */
    private static final String ENCLOSED = "①⑴⒈㈠";

    public enum Style {
        PART("第(#)(?:部分|[章部编篇])[、:.]? {0,4}"),
        SECTION("第(#)节[、:.]? {0,4}"),
        CHINESE_COMMA("(#|-) {0,2}(?:[,.]?、|[.](?!\\d)|,(?=[\\u3400-\\u9fff]))[.,]?"),
        TASK("(?:任务|工程|行动|项目|专题|举措|措施)(?:(#)|(\\d{1,2})): {0,2}"),
        CHINESE_BRACKET("(?:\\( {0,2}(#|-) {0,2}\\)|(#)\\)|([㈠-㈩]))[、.,]?"),
        ARTICLE("第(#)条[、:.]? {0,4}"),
        DECIMAL("\\d{1,2}[.](\\d{1,2})[.、]? {0,3}(?=[\\u3400-\\u9fff“《])(?!万|亿|倍|个|米|公里|平方|分|元|年|月|小时|百分|左右|以)"),
        ARABIC_POINT("(?:(\\d{1,3}) {0,2}[.](?:(?!\\d)|(?=20\\d\\d年))|([⒈-⒛]))、?"),
        ARABIC_COMMA("(\\d{1,3}) {0,2}、(?!\\d+[、号])"),
        ARABIC_BRACKET("(?:\\( {0,2}(\\d{1,3}) {0,2}\\)|(\\d{1,2})\\)|([⑴-⒇]))[、.,]?"),
        CIRCLED("([①-⑳])[、.]?");

        private final Pattern pattern;

        Style(String regex) {
            this.pattern = Pattern.compile(regex.replace("#", Numerals.CHINESE));
        }

        public boolean isArabic() {
            return this == ARABIC_POINT || this == ARABIC_COMMA;
        }

        /** Lists of these styles stand inside sentences: they are never cut out of a paragraph. */
        public boolean isInline() {
            return this == ARABIC_BRACKET || this == CIRCLED;
        }
    }

    /** As the document has it, with its delimiter. */
    public String written(String paragraph) {
        return paragraph.substring(0, length).strip();
    }

    /** The numbering at the very start of a paragraph given in matching form. */
    public static Optional<Numbering> at(String matched) {
        return at(matched, 0);
    }

    public static Optional<Numbering> at(String matched, int start) {
        for (Style style : Style.values()) {
            Matcher m = style.pattern.matcher(matched).region(start, matched.length());
            m.useTransparentBounds(true);
            if (m.lookingAt()) {
                OptionalInt number = number(m);
                if (number.isPresent()) {
                    return Optional.of(new Numbering(style, number.getAsInt(), m.end() - start));
                }
            }
        }
        return Optional.empty();
    }

    private static final Pattern BARE =
            Pattern.compile("(?:(\\d{1,2})|(" + Numerals.CHINESE + ")) {1,3}(?=[\\u3400-\\u9fff“\"《])");

    /** A number that has lost its delimiter (4 加强…): one only where it carries a list on. */
    public static Optional<Numbering> bareAt(String matched, int start, Style style) {
        Matcher m = BARE.matcher(matched).region(start, matched.length());
        m.useTransparentBounds(true);
        boolean fits = m.lookingAt() && (m.group(1) != null ? style.isArabic() : style == Style.CHINESE_COMMA);
        return fits
                ? number(m).stream()
                        .mapToObj(n -> new Numbering(style, n, m.end() - start))
                        .findFirst()
                : Optional.empty();
    }

    private static OptionalInt number(Matcher m) {
        for (int group = 1; group <= m.groupCount(); group++) {
            String written = m.group(group);
            if (written != null) {
                char first = written.charAt(0);
                OptionalInt enclosed = ENCLOSED.chars()
                        .filter(one -> first >= one && first < one + 20)
                        .map(one -> first - one + 1)
                        .findFirst();
                return enclosed.isPresent() ? enclosed : first == '-' ? OptionalInt.of(1) : Numerals.parse(written);
            }
        }
        return OptionalInt.empty();
    }
}
