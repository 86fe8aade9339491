package org.dudao.plan.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A plan's title, issuer and year from the lines before its first heading. */
record Title(
        String written, @Nullable String issuer, @Nullable Integer year, int paragraphs) {

    private static final Pattern ISSUER =
            Pattern.compile("([\\u4e00-\\u9fffX*_]{0,16}?(?:教育体育局|教育和体育局|教育局|教体局|教育厅|教育委员会|教委|教育工作局|人民政府))");
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d|二[〇零][一二三四五六七八九〇零]{2})(?:年|-|学年)");
    private static final int LONGEST = 50;

    static Title of(List<String> paragraphs) {
        StringBuilder title = new StringBuilder();
        int used = 0;
        for (String paragraph : paragraphs) {
            String matched = Wording.matched(paragraph);
            boolean prose = paragraph.length() > LONGEST || matched.matches(".*[。;,!]$");
            if (prose || Numbering.at(matched).isPresent() || used == 3) {
                break;
            }
            used++;
            if (!matched.matches("\\(.*\\)|.*(?:发〔|发\\[|号$|日$).*")) {
                title.append(paragraph.strip());
            }
            if (matched.matches(".*(?:要点|计划|工作重点|安排|方案)(?:\\(.*\\))?$")) {
                break;
            }
        }
        String written = title.toString();
        String matched = Wording.matched(written);
        Matcher issuer = ISSUER.matcher(matched.replaceAll("20\\d\\d年", "|"));
        String name = issuer.find() ? issuer.group(1) : null;
        return new Title(
                written, name == null ? null : asWritten(written, matched, name), year(matched, paragraphs), used);
    }

    private static String asWritten(String written, String matched, String name) {
        int at = matched.indexOf(name);
        return at < 0 ? name : written.substring(at, at + name.length());
    }

    private static @Nullable Integer year(String title, List<String> paragraphs) {
        Matcher m = YEAR.matcher(title);
        if (m.find()) {
            return Numerals.parse(m.group(1)).getAsInt();
        }
        for (String paragraph : paragraphs.subList(0, Math.min(6, paragraphs.size()))) {
            Matcher inText = YEAR.matcher(Wording.matched(paragraph));
            if (inText.find()) {
                return Numerals.parse(inText.group(1)).getAsInt();
            }
        }
        return null;
    }
}
