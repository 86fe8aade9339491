package org.dudao.plan.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number at a heading's start, in one of the styles of Chinese documents. */
record Numbering(Style style, int number, int length) {

    enum Style {
        PART("第(" + Numerals.CHINESE + ")[章部编篇](?:分)?[、 ]?"),
        CHINESE_COMMA("(" + Numerals.CHINESE + ")[、]"),
        CHINESE_BRACKET("\\((" + Numerals.CHINESE + ")\\)[、.]?"),
        ARABIC_POINT("(\\d{1,3})[.](?!\\d)"),
        ARABIC_COMMA("(\\d{1,3})、"),
        ARABIC_BRACKET("\\((\\d{1,3})\\)");

        private final Pattern pattern;

        Style(String regex) {
            this.pattern = Pattern.compile(regex);
        }

        Matcher in(String matched) {
            return pattern.matcher(matched);
        }

        /** How the number {@code n} would look in a text in matching form, at any place. */
        Pattern numbered(int n) {
            String number = this == ARABIC_POINT || this == ARABIC_COMMA || this == ARABIC_BRACKET
                    ? Integer.toString(n)
                    : Numerals.chinese(n);
            return switch (this) {
                case PART -> Pattern.compile("第" + number + "[章部编篇]");
                case CHINESE_COMMA -> Pattern.compile("(?<![〇零一二两三四五六七八九十百千第])" + number + "、");
                case CHINESE_BRACKET -> Pattern.compile("\\(" + number + "\\)");
                case ARABIC_POINT -> Pattern.compile("(?<![\\d.])" + number + "[.](?!\\d)");
                case ARABIC_COMMA -> Pattern.compile("(?<!\\d)" + number + "、");
                case ARABIC_BRACKET -> Pattern.compile("\\(" + number + "\\)");
            };
        }
    }

    /** As the document has it, with its delimiter. */
    String written(String paragraph) {
        return paragraph.substring(0, length).strip();
    }

    /** The numbering at the very start of a paragraph given in matching form. */
    static Optional<Numbering> at(String matched) {
        for (Style style : Style.values()) {
            Matcher m = style.in(matched);
            if (m.lookingAt()) {
                var number = Numerals.parse(m.group(1));
                if (number.isPresent()) {
                    return Optional.of(new Numbering(style, number.getAsInt(), m.end()));
                }
            }
        }
        return Optional.empty();
    }
}
