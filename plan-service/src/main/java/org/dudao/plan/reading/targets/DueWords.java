package org.dudao.plan.reading.targets;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.wording.Numerals;
import org.jspecify.annotations.Nullable;

/** Words for a date, and the day they mean in a plan of a given year. */
public final class DueWords {

    /** @param strict the words name a limit (前, 底, 内) and so govern what follows in the sentence, too */
    public record Found(int start, int end, Due due, boolean strict, boolean yearOnly) {

        /** Its place in the words from there. */
        Found from(int place) {
            return new Found(start - place, end - place, due, strict, yearOnly);
        }
    }

    private record Rule(Pattern words, boolean yearOnly, BiFunction<Matcher, Integer, Optional<LocalDate>> date) {}

    private static final String N = "(\\d{1,2}|十[一二]?|[一二两三四五六七八九])";
    private static final String YEAR = "(?:(20\\d\\d|二[〇零][一二三四五六七八九〇零]{2}|明)年|今年|本年度?)?";
    private static final String BEFORE = "(?:之前|以前|前)?";

    private static final List<Rule> RULES = List.of(
            rule(
                    YEAR + N + "月" + N + "[日号]?(?:至|到|-|~)(?:" + N + "月)?" + N + "[日号](?:期间)?" + BEFORE,
                    (m, y) -> day(year(m, y), m.group(4) == null ? m.group(2) : m.group(4), m.group(5))),
            rule(YEAR + N + "月" + N + "[日号]" + BEFORE, (m, y) -> day(year(m, y), m.group(2), m.group(3))),
            rule(YEAR + N + "月?(?:至|到|-|~)" + N + "月(?:份)?(?:期间|底)?" + BEFORE, (m, y) -> endOf(year(m, y), m.group(3))),
            rule(
                    YEAR + N + "月(?:份)?(上旬|中旬|初)" + BEFORE,
                    (m, y) -> endOf(year(m, y), m.group(2))
                            .map(d -> d.withDayOfMonth("中旬".equals(m.group(3)) ? 20 : 10))),
            rule(
                    YEAR + "(?<![个第\\d])" + N + "月(?!一[^日])(?:份)?(?:底|末|下旬|内)?" + BEFORE,
                    (m, y) -> endOf(year(m, y), m.group(2))),
            rule(YEAR + "上半年(?:内|前)?", (m, y) -> day(year(m, y), "6", "30")),
            rule(YEAR + "下半年(?:内)?", (m, y) -> day(year(m, y), "12", "31")),
            rule(
                    YEAR + "第?([一二三四1234])季度(?:末|底|内)?" + BEFORE,
                    (m, y) -> endOf(year(m, y), m.group(2))
                            .flatMap(d -> endOf(d.getYear(), Integer.toString(d.getMonthValue() * 3)))),
            rule(
                    YEAR + "(?<![一二两三四五六七八九十\\d])(?:年底|年末|年终|年内|底)" + BEFORE,
                    (m, y) -> m.group().startsWith("底") ? Optional.empty() : day(year(m, y), "12", "31")),
            rule(YEAR + "(?<![较比从自])年初(?![中一二三高级]|预算|计划|确定|安排|部署的|下达|制定)", (m, y) -> day(year(m, y), "3", "31")),
            rule(
                    YEAR + "秋季?(?:新)?(?:学期|开学|学年)?(?:开学|开始|初|起)?(?<=秋季|学期|学年|开学|开始|初|起)" + BEFORE,
                    (m, y) -> day(year(m, y), "9", "1")),
            rule(YEAR + "春季?[、和]秋季?(?:学期)?(?:开学)?" + BEFORE, (m, y) -> day(year(m, y), "9", "1")),
            rule(YEAR + "春季(?:学期)?开学" + BEFORE, (m, y) -> day(year(m, y), "3", "1")),
            rule(YEAR + "春季(?:学期)?(?:末|内|结束)?" + BEFORE, (m, y) -> day(year(m, y), "7", "15")),
            rule(YEAR + "(?:新学年|9月开学)(?:开学|开始)?" + BEFORE, (m, y) -> day(year(m, y), "9", "1")),
            rule(YEAR + "第二学期(?:期?末|结束)?" + BEFORE, (m, y) -> day(year(m, y), "7", "15")),
            rule(YEAR + "学年(?:末|底|结束)" + BEFORE, (m, y) -> day(year(m, y), "7", "15")),
            rule(
                    YEAR + "(?<!寒)(?:暑假|暑期)(?:结束|末)?(前|之前)?",
                    (m, y) -> m.group(2) != null && !m.group().contains("结束")
                            ? day(year(m, y), "7", "15")
                            : day(year(m, y), "8", "31")),
            rule(YEAR + "9月(?:份)?(?:新学期|新学年|秋季)?开学" + BEFORE, (m, y) -> day(year(m, y), "9", "1")),
            rule(YEAR + "国庆(?:节)?(?:前|之前)", (m, y) -> day(year(m, y), "9", "30")),
            rule(YEAR + "教师节(?:前夕|前|之前|期间)", (m, y) -> day(year(m, y), "9", "10")),
            rule(YEAR + "(?:六一|儿童节)" + "(?:前|之前|期间)", (m, y) -> day(year(m, y), "6", "1")),
            rule(YEAR + "(?:元旦|岁末)(?:前|之前)", (m, y) -> day(year(m, y), "12", "31")),
            rule(YEAR + "(?:五一)(?:节|假期)?(?:前|之前)", (m, y) -> day(year(m, y), "4", "30")),
            rule(YEAR + "(?:七一|年中)(?:前|之前)", (m, y) -> day(year(m, y), "6", "30")),
            rule(YEAR + "寒假(?:期间|结束)?(?:前|之前)?", (m, y) -> day(year(m, y), "2", "28")),
            rule(
                    "(?:到|至)□?[“]?十([三四五六])五[”]?□?(?:规划)?期?末",
                    (m, y) -> day(2010 + 5 * (Numerals.parse(m.group(1)).orElse(0) - 1), "12", "31")),
            rule("全年", (m, y) -> day(y, "12", "31")),
            rule(
                    "(?:计划)?用\\s*(?:" + N + "(?:至|到|-|~))?" + N + "\\s*年(?:左右)?(?:的)?时间",
                    (m, y) -> Numerals.parse(m.group(2)).stream()
                            .boxed()
                            .findFirst()
                            .flatMap(n -> day(y + n - 1, "12", "31"))),
            rule(
                    "(?<=^|力争|争取|计划|确保|用|在|利用)" + N + "年(?:之)?内",
                    (m, y) -> Numerals.parse(m.group(1)).stream()
                            .boxed()
                            .findFirst()
                            .flatMap(n -> day(y + n - 1, "12", "31"))),
            yearOnly(
                    "20\\d\\d(?:年)?(?:-|至|到|~)(20\\d\\d)年(?:底|内|末)?" + BEFORE,
                    (m, y) -> day(Integer.parseInt(m.group(1)), "12", "31")),
            yearOnly("明年(?![的])(?:底|内|末)?" + BEFORE, (m, y) -> day(y + 1, "12", "31")),
            yearOnly("(?:今年|本年度)(?!以来|秋|春)", (m, y) -> day(y, "12", "31")),
            yearOnly(
                    "(?<![较比与])(20\\d\\d|二[〇零][一二三四五六七八九〇零]{2})年(?![度级代初中高春秋]|底?的?基础)(?:底|内|末)?" + BEFORE,
                    (m, y) -> day(year(m, y), "12", "31")));

    private DueWords() {}

    /** All date words of a clause, the earliest and among those the longest first; none inside another. */
    public static List<Found> in(String matched, @Nullable Integer planYear) {
        List<Found> all = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher m = rule.words.matcher(matched);
            while (m.find()) {
                if (m.end() > m.start()) {
                    found(rule, m, planYear).ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparingInt(Found::start).thenComparing(Found::end, Comparator.reverseOrder()));
        List<Found> apart = new ArrayList<>();
        for (Found f : all) {
            if (apart.isEmpty() || f.start >= apart.getLast().end) {
                apart.add(f);
            }
        }
        return apart;
    }

    /**
     * The date that belongs to a figure: one between the former figure and this one, else one in its own words behind it,
     * else the former figure's.
     */
    static @Nullable Due of(List<Found> dates, int from, int figure, int end, @Nullable Due former) {
        List<Found> before =
                dates.stream().filter(d -> d.start >= from && d.start < figure).toList();
        Optional<Found> nearest = before.stream()
                .filter(d -> !d.yearOnly)
                .findFirst()
                .or(() -> before.stream().findFirst());
        if (nearest.isPresent()) {
            return nearest.get().due;
        }
        return former != null
                ? former
                : dates.stream()
                        .filter(d -> d.start >= figure && d.start < end)
                        .findFirst()
                        .map(Found::due)
                        .orElse(null);
    }

    private static Optional<Found> found(Rule rule, Matcher m, @Nullable Integer planYear) {
        int year = planYear == null ? 2000 : planYear;
        Optional<LocalDate> date = rule.date.apply(m, year);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        String words = m.group();
        boolean namesYear = words.matches("(?:20\\d\\d|二[〇零]).*");
        LocalDate on = planYear == null && !namesYear ? null : date.get();
        boolean strict = words.matches(".*(?:前|底|末|内|终|时间)$");
        return Optional.of(new Found(m.start(), m.end(), new Due(on, words), strict, rule.yearOnly && !strict));
    }

    private static Rule rule(String words, BiFunction<Matcher, Integer, Optional<LocalDate>> date) {
        return new Rule(Pattern.compile(words), false, date);
    }

    private static Rule yearOnly(String words, BiFunction<Matcher, Integer, Optional<LocalDate>> date) {
        return new Rule(Pattern.compile(words), true, date);
    }

    private static int year(Matcher m, int planYear) {
        String written = m.group(1);
        if ("明".equals(written)) {
            return planYear + 1;
        }
        return written == null ? planYear : Numerals.parse(written).orElse(planYear);
    }

    private static Optional<LocalDate> day(int year, String month, String day) {
        int m = Numerals.parse(month).orElse(0);
        int d = Numerals.parse(day).orElse(0);
        return m < 1 || m > 12 || d < 1 || d > YearMonth.of(year, m).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, m, d));
    }

    private static Optional<LocalDate> endOf(int year, String month) {
        int m = Numerals.parse(month).orElse(0);
        return m < 1 || m > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(year, m).atEndOfMonth());
    }
}
