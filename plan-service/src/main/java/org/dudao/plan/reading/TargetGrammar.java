package org.dudao.plan.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.Clause.Sentence;
import org.dudao.plan.reading.DraftTarget.Kind;
import org.jspecify.annotations.Nullable;

/** The targets of a measure's text: clause by clause, figures first, then absolutes, then periods, then dated deliverables. */
final class TargetGrammar {

    private static final Pattern CONNECTOR = Pattern.compile("以及|[、及和与并(]|其中");
    private static final Pattern PERIODIC_REPORT = Pattern.compile("(周|月|季)(?:度)?(?:报告|通报|调度|研判|例会|会商)制度");
    private static final Pattern PERIODIC_ACT =
            Pattern.compile("开展|组织|召开|举办|进行|通报|报告|检查|排查|调度|安排|研究|听取|公布|报送|演练|培训|家访|走访");
    private static final Pattern AFTER_EVENT = Pattern.compile(
            "(?:收到|接到|自|下达|发布|公布|结束|通过)[^,]*?(?:后|之日起|起)?(\\d{1,3})个?(天|日|工作日)(?:之)?内|(\\d{1,3})个?(工作日)(?:之)?内");
    private static final Pattern RANK = Pattern.compile("(?:排名|排位|名列|位列|位居|进入|跻身|保持|力争|挺进|居|名次)[^,]{0,12}?(前|第)("
            + Numerals.ARABIC + "|" + Numerals.CHINESE + ")(名|位|强|方阵)?");

    private final String text;
    private final @Nullable Integer year;
    private final List<DraftTarget> targets = new ArrayList<>();

    private TargetGrammar(String text, @Nullable Integer year) {
        this.text = text;
        this.year = year;
    }

    static List<DraftTarget> read(String text, @Nullable Integer year) {
        TargetGrammar grammar = new TargetGrammar(text, year);
        Clause.sentences(text).forEach(grammar::sentence);
        return List.copyOf(grammar.targets);
    }

    private void sentence(Sentence sentence) {
        if (tellsThePast(sentence)) {
            return;
        }
        Due governing = null;
        boolean governsAll = false;
        int sentenceFrom = targets.size();
        Clause before = null;
        int beforeFrom = targets.size();
        for (Clause clause : sentence.clauses()) {
            List<DueWords.Found> dates = DueWords.in(clause.matched(), year);
            DueWords.Found own = dates.isEmpty() ? null : dates.getFirst();
            int from = targets.size();
            if (clause.afterSemicolon() && !governsAll) {
                governing = null;
            }
            if (own != null && before != null && Deliverables.onlySaysWhen(clause.matched(), own)) {
                saysWhenOfTheClauseBefore(before, beforeFrom, sentenceFrom, clause, own.due());
            } else {
                clause(clause, dates, governing);
            }
            if (own != null && own.due().on() != null && governs(own, clause)) {
                governing = own.due();
                governsAll = isAlone(own, clause);
            }
            if (from < targets.size() || !clause.matched().isBlank()) {
                before = clause;
                beforeFrom = from;
            }
        }
    }

    /** A year before the plan's, or a summary's words, make a sentence a result. */
    private boolean tellsThePast(Sentence sentence) {
        String first = sentence.clauses().getFirst().matched();
        Matcher m = Pattern.compile("^(20\\d\\d)年").matcher(first);
        return (year != null && m.find() && Integer.parseInt(m.group(1)) < year)
                || first.matches("^(?:去年|上年度?|一年来|过去一年|目前|截至).*");
    }

    private static boolean governs(DueWords.Found due, Clause clause) {
        boolean leads = clause.matched().substring(0, due.start()).matches("(?:到|至|在|于|力争|确保|争取|计划|要)*");
        return leads && (isAlone(due, clause) || due.strict());
    }

    private static boolean isAlone(DueWords.Found due, Clause clause) {
        return due.end() - due.start() >= clause.matched().length() - 2;
    }

    private void saysWhenOfTheClauseBefore(Clause before, int beforeFrom, int sentenceFrom, Clause clause, Due due) {
        boolean any = false;
        for (int i = Math.max(beforeFrom, sentenceFrom); i < targets.size(); i++) {
            if (targets.get(i).due() == null) {
                targets.set(i, targets.get(i).dueBy(due));
            }
            any = true;
        }
        if (!any) {
            for (String project : Deliverables.projects(before.matched())) {
                add(
                        before.start(),
                        clause.end(),
                        project,
                        Kind.MILESTONE,
                        Comparator.DONE,
                        null,
                        null,
                        null,
                        due,
                        null,
                        false);
            }
        }
    }

    private void clause(Clause clause, List<DueWords.Found> dates, @Nullable Due governing) {
        DueWords.Found own = dates.isEmpty() ? null : dates.getFirst();
        Due due = own == null ? governing : own.due();
        int from = targets.size();
        ranks(clause, due);
        if (targets.size() == from) {
            afterEvent(clause);
        }
        if (targets.size() == from) {
            figures(clause, dates, due);
        }
        if (targets.size() == from) {
            Absolutes.in(clause.matched())
                    .forEach(a -> add(
                            clause.start(),
                            clause.end(),
                            null,
                            a.kind(),
                            a.comparator(),
                            a.value(),
                            null,
                            a.unit(),
                            due,
                            a.recurrence(),
                            a.universal()));
        }
        if (targets.size() == from) {
            periods(clause, due);
        }
        if (targets.size() == from) {
            deliverables(clause, dates);
        }
    }

    private void ranks(Clause clause, @Nullable Due due) {
        Matcher m = RANK.matcher(clause.matched());
        while (m.find()) {
            boolean ranked = m.group(1).equals("前") || clause.says("排名|名列|位列|位居|排位");
            if (ranked && (m.group(3) != null || m.group(1).equals("第") || clause.says("全[国省市县区州]|同类"))) {
                add(
                        clause.start(),
                        clause.end(),
                        null,
                        Kind.RANK,
                        Comparator.LE,
                        Numerals.value(m.group(2)),
                        null,
                        m.group(3) == null ? "位" : m.group(3),
                        due,
                        null,
                        false);
            }
        }
    }

    private void afterEvent(Clause clause) {
        Matcher m = AFTER_EVENT.matcher(clause.matched());
        if (m.find()) {
            add(
                    clause.start(),
                    clause.end(),
                    null,
                    Kind.MILESTONE,
                    Comparator.LE,
                    new BigDecimal(m.group(1) == null ? m.group(3) : m.group(1)),
                    null,
                    m.group(2) == null ? m.group(4) : m.group(2),
                    null,
                    null,
                    false);
        }
    }

    private void figures(Clause clause, List<DueWords.Found> dates, @Nullable Due due) {
        List<Figure> figures = Figure.in(clause.matched()).stream()
                .filter(f -> dates.stream().noneMatch(d -> f.start() < d.end() && d.start() < f.end()))
                .filter(f -> FigureSense.isCommitment(f, clause))
                .toList();
        boolean parallel = clause.says("分别");
        boolean each = dates.size() > 1 && clause.says("各");
        int quoteStart = 0;
        for (int i = 0; i < figures.size(); i++) {
            Figure f = figures.get(i);
            int quoteEnd = clause.matched().length();
            if (i + 1 < figures.size() && !parallel) {
                quoteEnd =
                        boundary(clause.matched(), f.end(), figures.get(i + 1).start());
            }
            boolean split = quoteEnd < clause.matched().length();
            Recurrence recurrence =
                    Recurrence.before(clause.matched(), f.start()).orElse(null);
            Comparator comparator = Comparing.of(parallel ? figures.getFirst() : f, clause.matched());
            for (Due by : each ? dates.stream().map(DueWords.Found::due).toList() : Collections.singletonList(due)) {
                figure(
                        clause,
                        parallel ? 0 : quoteStart,
                        withoutStrayBracket(clause.matched(), quoteStart, quoteEnd),
                        f,
                        comparator,
                        by,
                        recurrence);
            }
            if (split) {
                quoteStart = quoteEnd;
                Matcher connector = CONNECTOR
                        .matcher(clause.matched())
                        .region(quoteEnd, clause.matched().length());
                if (connector.lookingAt() && !connector.group().equals("其中")) {
                    quoteStart = connector.end();
                }
            }
        }
    }

    /** Where one figure's words end and the next one's begin: the first connector between them, else nowhere. */
    private static int boundary(String clause, int from, int to) {
        Matcher m = CONNECTOR.matcher(clause).region(from, to);
        return m.find() ? m.start() : clause.length();
    }

    private static int withoutStrayBracket(String clause, int from, int to) {
        return clause.startsWith(")", to - 1) && clause.indexOf('(', from) < 0 ? to - 1 : to;
    }

    private void figure(
            Clause clause,
            int from,
            int to,
            Figure f,
            Comparator comparator,
            @Nullable Due due,
            @Nullable Recurrence recurrence) {
        Kind kind;
        if (comparator == Comparator.UP || comparator == Comparator.DOWN) {
            kind = Kind.CHANGE;
        } else if (recurrence != null) {
            kind = Kind.FREQUENCY;
        } else if (f.percent() || "比".equals(f.unit())) {
            kind = Kind.PERCENT;
        } else if (f.money()) {
            kind = Kind.MONEY;
        } else if (f.area()) {
            kind = Kind.AREA;
        } else {
            kind = Kind.COUNT;
        }
        boolean universal = f.percent() && f.value() != null && f.value().compareTo(BigDecimal.valueOf(100)) == 0;
        add(
                clause.start() + from,
                clause.start() + to,
                null,
                kind,
                comparator,
                f.value(),
                f.upper(),
                f.unit(),
                due,
                recurrence,
                universal);
    }

    private void periods(Clause clause, @Nullable Due due) {
        Matcher report = PERIODIC_REPORT.matcher(clause.matched());
        if (report.find()) {
            Recurrence each = switch (report.group(1)) {
                case "周" -> Recurrence.PER_WEEK;
                case "月" -> Recurrence.PER_MONTH;
                default -> Recurrence.PER_QUARTER;
            };
            add(
                    clause.start(),
                    clause.end(),
                    null,
                    Kind.FREQUENCY,
                    Comparator.EQ,
                    BigDecimal.ONE,
                    null,
                    "次",
                    due,
                    each,
                    false);
            return;
        }
        Recurrence.in(clause.matched())
                .filter(period -> PERIODIC_ACT
                        .matcher(clause.matched())
                        .region(period.end(), clause.matched().length())
                        .find())
                .ifPresent(period -> add(
                        clause.start(),
                        clause.end(),
                        null,
                        Kind.FREQUENCY,
                        Comparator.EQ,
                        BigDecimal.ONE,
                        null,
                        "次",
                        due,
                        period.recurrence(),
                        false));
    }

    private void deliverables(Clause clause, List<DueWords.Found> dates) {
        dates.stream()
                .filter(d -> !d.due().words().equals("全年"))
                .filter(d -> Deliverables.isPromised(clause.matched(), d))
                .findFirst()
                .ifPresent(d -> Deliverables.projects(clause.matched())
                        .forEach(project -> add(
                                clause.start(),
                                clause.end(),
                                project,
                                Kind.MILESTONE,
                                Comparator.DONE,
                                null,
                                null,
                                null,
                                d.due(),
                                null,
                                false)));
    }

    private void add(
            int start,
            int end,
            @Nullable String about,
            Kind kind,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            @Nullable Due due,
            @Nullable Recurrence recurrence,
            boolean universal) {
        String quote = text.substring(start, end).strip();
        String matched = Wording.matched(quote);
        boolean approx = matched.matches(".*(?:约|近|左右|余)\\s*\\d.*|.*\\d\\S{0,3}左右.*");
        String printed = unit == null ? null : asWritten(unit, quote, matched);
        targets.add(new DraftTarget(
                quote,
                start,
                end,
                Indicators.of(about == null ? matched : about),
                kind,
                comparator,
                value,
                upper,
                printed,
                approx,
                due,
                recurrence,
                StrengthWords.in(matched),
                universal));
    }

    /** The unit in the document's own script. */
    private static String asWritten(String unit, String quote, String matched) {
        int at = matched.lastIndexOf(unit);
        return at < 0 || unit.equals("%") ? unit : quote.substring(at, at + unit.length());
    }
}
