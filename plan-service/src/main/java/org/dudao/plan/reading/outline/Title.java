package org.dudao.plan.reading.outline;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Numerals;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** A document's title, issuer and year from the lines before its first heading: the covering letter and its address are not the title. */
public record Title(
        String written, @Nullable String issuer, @Nullable Integer year, int paragraphs) {

    private static final String PLANS = "要点|计划|工作重点|安排|方案|打算|思路|清单|分解表|任务书|规划";
    private static final String SUMMARIES = "总结|小结|回顾|汇报|报告|述职|完成情况";
    private static final Pattern NAMES_PLAN = Pattern.compile(PLANS);
    private static final Pattern NAMES_SUMMARY = Pattern.compile(SUMMARIES);
    private static final Pattern ENDS_AS_TITLE =
            Pattern.compile(".*(?:" + PLANS + "|" + SUMMARIES + ")(?:材料)?(?:\\([^)]{1,20}\\)|\\d)?");
    private static final Pattern LETTER = Pattern.compile("(?:关于)?.{0,30}(?:印发|下发|转发).*《?.*》?的?通知");
    private static final Pattern NAMED_IN_LETTER =
            Pattern.compile("《([^》]{4,60}(?:" + PLANS + "|" + SUMMARIES + ")(?:[^》]{0,10}))》");
    private static final Pattern NAMED_WITHOUT_MARKS =
            Pattern.compile("(?:印发|下发|转发)([^《》]{4,40}(?:" + PLANS + "))的?通知");
    private static final Pattern BEGINS_WITH_TITLE = Pattern.compile("[^,。:;]{0,24}20\\d\\d年[^,。:;]{0,12}?(?:总结|要点|计划)"
            + "(?:(?:以?及|和|与|暨)20\\d\\d年[^,。:;]{0,12}?(?:要点|计划|打算|思路|安排))?");
    private static final Pattern ISSUER_LINE = Pattern.compile("[^,。:]{2,24}(?:局|厅|委|委员会|政府|学校|中学|小学|办公室)");
    private static final Pattern DOCUMENT_HEAD = Pattern.compile("\\(.*\\)|.*(?:发〔|发\\[|〔20|号$|\\d日$|文件$).*");
    private static final Pattern ISSUER =
            Pattern.compile("([\\u4e00-\\u9fffX*_]{0,16}?(?:教育体育局|教育和体育局|教育局|教体局|教育厅|教育委员会|教委|教育工作局|人民政府))");
    private static final String YEAR = "(20\\d\\d|二[〇零][一二三四五六七八九〇零]{2})(?:年|-20\\d\\d|学年)";
    private static final Pattern ANY_YEAR = Pattern.compile(YEAR);
    private static final Pattern PLAN_YEAR = Pattern.compile(YEAR + "[^,。、及和与暨]{0,14}(?:" + PLANS + ")");
    private static final int LONGEST = 60;

    public static Title of(List<Paragraph> paragraphs) {
        int head = 0;
        while (head < paragraphs.size() && !isHeading(paragraphs.get(head))) {
            head++;
        }
        List<String> lines =
                paragraphs.subList(0, head).stream().map(Paragraph::text).toList();
        int at = lineOfTitle(lines);
        String written = at >= 0 ? whole(lines, at) : fromLetter(lines);
        int used = at >= 0 ? at + 1 : 0;
        if (written.isEmpty()) {
            written = beginningOf(lines);
        }
        if (written.isEmpty()) {
            written = firstLines(lines);
            used = linesOfTitle(lines);
        }
        String matched = Wording.matched(written);
        return new Title(written, issuer(written, matched, lines), year(matched, paragraphs), used);
    }

    public static boolean isHeading(Paragraph paragraph) {
        return paragraph.row() != null
                || Numbering.at(Wording.matched(paragraph.text())).isPresent();
    }

    /** A line that could be the title of a plan or a summary. */
    static boolean isOne(String line) {
        String matched = Wording.matched(line).strip();
        return matched.length() <= LONGEST
                && ENDS_AS_TITLE.matcher(matched).matches()
                && !matched.matches(".*[。;!?].*")
                && Numbering.at(matched).isEmpty();
    }

    public static boolean namesPlan(String matched) {
        return NAMES_PLAN.matcher(matched).find();
    }

    public static boolean namesSummary(String matched) {
        return NAMES_SUMMARY.matcher(matched).find();
    }

    /** The last one before the body: what stands before it is a covering letter or a page's own heading. */
    private static int lineOfTitle(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (isOne(lines.get(i))
                    && !LETTER.matcher(Wording.matched(lines.get(i))).matches()
                    && !Wording.matched(lines.get(i)).matches(".*(?:如下|精选|大全|汇编|\\d篇.*|[一二三四五六七八九十]篇.*)$")) {
                return i;
            }
        }
        return -1;
    }

    private static String whole(List<String> lines, int at) {
        String title = lines.get(at).replaceFirst("^附件\\s*\\d?\\s*[:：]\\s*", "");
        boolean complete = ANY_YEAR.matcher(Wording.matched(title)).find() && issuerIn(Wording.matched(title)) != null;
        if (at == 0 || complete) {
            return title;
        }
        String before = lines.get(at - 1);
        String matched = Wording.matched(before);
        boolean belongs = ISSUER_LINE.matcher(matched).matches() || matched.matches("[^。,:]{0,20}20\\d\\d年?");
        return belongs ? before + title : title;
    }

    private static String fromLetter(List<String> lines) {
        for (String line : lines.reversed()) {
            Matcher named = NAMED_IN_LETTER.matcher(line);
            if (named.find()) {
                return named.group(1);
            }
            Matcher plain = NAMED_WITHOUT_MARKS.matcher(line);
            if (plain.find()) {
                return plain.group(1);
            }
        }
        return "";
    }

    /** Where the line breaks are lost, the text begins with its title. */
    private static String beginningOf(List<String> lines) {
        Matcher m = BEGINS_WITH_TITLE.matcher(lines.isEmpty() ? "" : Wording.matched(lines.getFirst()));
        return m.lookingAt() ? lines.getFirst().substring(0, m.end()) : "";
    }

    private static String firstLines(List<String> lines) {
        StringBuilder title = new StringBuilder();
        lines.subList(0, linesOfTitle(lines)).stream()
                .filter(line -> !DOCUMENT_HEAD.matcher(Wording.matched(line)).matches())
                .forEach(title::append);
        return title.toString();
    }

    private static int linesOfTitle(List<String> lines) {
        int used = 0;
        while (used < Math.min(3, lines.size())
                && lines.get(used).length() <= LONGEST
                && !Wording.matched(lines.get(used)).matches(".*[。;,!:]$")) {
            used++;
        }
        return used;
    }

    private static @Nullable String issuer(String written, String matched, List<String> lines) {
        String name = issuerIn(matched);
        if (name != null) {
            int at = matched.indexOf(name);
            return at < 0 ? name : written.substring(at, at + name.length());
        }
        return lines.stream()
                .filter(line -> ISSUER_LINE.matcher(Wording.matched(line)).matches())
                .filter(line -> issuerIn(Wording.matched(line)) != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String issuerIn(String matched) {
        Matcher issuer = ISSUER.matcher(matched.replaceAll("20\\d\\d年", "|"));
        return issuer.find() ? issuer.group(1) : null;
    }

    private static @Nullable Integer year(String title, List<Paragraph> paragraphs) {
        OptionalInt named = year(title);
        if (named.isPresent()) {
            return named.getAsInt();
        }
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(6, paragraphs.size()))) {
            OptionalInt inText = year(Wording.matched(paragraph.text()));
            if (inText.isPresent()) {
                return inText.getAsInt();
            }
        }
        return null;
    }

    /** The plan's own year, where a summary's year is named beside it. */
    static OptionalInt year(String matched) {
        Matcher planned = PLAN_YEAR.matcher(matched);
        if (planned.find()) {
            return Numerals.parse(planned.group(1));
        }
        Matcher any = ANY_YEAR.matcher(matched);
        return any.find() ? Numerals.parse(any.group(1)) : OptionalInt.empty();
    }
}
