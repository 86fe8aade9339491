package org.dudao.plan.reading.wording;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** Arabic and Chinese numerals: 12.5, 三十一, 两百, 二〇二六. */
public final class Numerals {

    public static final String CHINESE = "[〇零一二两三四五六七八九十百千]+";
    /** With thousands set apart by a comma or a space, too: 1,200; 1 122. */
    public static final String ARABIC = "(?:\\d{1,3}(?:[, ]\\d{3}){1,4}(?![\\d.])|\\d{1,15}(?:\\.\\d{1,6})?)";

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    public static BigDecimal value(String written) {
        int point = written.indexOf('点');
        if (point > 0) {
            String fraction = written.substring(point + 1);
            return value(written.substring(0, point))
                    .add(BigDecimal.valueOf(positional(fraction).orElse(0), fraction.length()));
        }
        return Character.isDigit(written.charAt(0)) && written.charAt(0) < 128
                ? new BigDecimal(written.replaceAll("[, ]", ""))
                : BigDecimal.valueOf(parse(written).orElse(0));
    }

    public static OptionalInt parse(String written) {
        if (written.isEmpty() || written.length() > 9) {
            return OptionalInt.empty();
        }
        if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.of(Integer.parseInt(written));
        }
        String s = written.replace('〇', '零').replace('两', '二');
        if (s.length() > 1 && s.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return positional(s);
        }
        int total = 0;
        int digit = 0;
        for (char c : s.toCharArray()) {
            int scale = switch (c) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                default -> 0;
            };
            if (scale > 0) {
                total += (digit == 0 ? 1 : digit) * scale;
                digit = 0;
            } else if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(total + digit);
    }

    private static OptionalInt positional(String digits) {
        int value = 0;
        for (char c : digits.toCharArray()) {
            value = value * 10 + DIGITS.indexOf(c);
        }
        return OptionalInt.of(value);
    }

    public static String chinese(int number) {
        if (number < 10) {
            return DIGITS.substring(number, number + 1);
        }
        if (number < 100) {
            return (number < 20 ? "" : DIGITS.charAt(number / 10)) + "十"
                    + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
        }
        int rest = number % 100;
        String tail = rest == 0 ? "" : rest < 10 ? "零" + chinese(rest) : (rest < 20 ? "一" : "") + chinese(rest);
        return DIGITS.charAt(number / 100 % 10) + "百" + tail;
    }
}
