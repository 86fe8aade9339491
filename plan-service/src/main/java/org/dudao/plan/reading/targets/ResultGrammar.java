package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.targets.Clause.Sentence;
import org.dudao.plan.reading.targets.DraftResult.Comparison;
import org.dudao.plan.reading.targets.DraftResult.With;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The results in a summary's text: what {@link TargetGrammar} is for a plan. A figure that only compares
 * (完成率127.1%, 同比提升2个百分点) belongs to the result before it.
 */
public final class ResultGrammar {

    private static final Pattern SHARE = Pattern.compile(
            "(?:完成率|完成(?:年度|全年|既定)?(?:目标)?任务的?|完成(?:年度|全年)?(?:目标|计划)的?|占(?:年度|全年)(?:目标|任务|计划)(?:任务)?的?)[^,\\d]{0,6}$");
    private static final Pattern EXCESS = Pattern.compile(
            "(?:超额完成|超(?:过)?(?:年度|全年|既定|省定|市定|预期)?(?:目标|任务|计划)[^,\\d]{0,6}|(?:高于|高出|高|低于|低)[^,\\d]{0,10}(?:目标|任务|计划)[^,\\d]{0,6}|(?:比|较)[^,\\d]{0,8}(?:目标|任务|计划)[^,\\d]{0,4}(?:高|高出|低|多|少))(?:任务)?$");
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?:同比|环比|(?:比|较)(?:上一?年度?|去年|前一年|上学年|20\\d\\d年)(?:同期|底)?)[^,\\d]{0,6}?(?:增长|提高|提升|增加|上升|下降|降低|减少|高出?|低|多|少|净增)了?[^,\\d]{0,4}$");
    private static final Pattern AVERAGE = Pattern.compile(
            "(?:(?:高于|高出|低于)[^,\\d]{0,10}平均[^,\\d]{0,6}|(?:比|较)[^,\\d]{0,8}平均[^,\\d]{0,4}(?:高|高出|低|多|少))$");
    private static final Pattern LESS = Pattern.compile("(?:下降|降低|减少|低于|低|少)[^,\\d]{0,12}$");

    private final String text;
    private final @Nullable Integer year;
    private final List<DraftResult> results = new ArrayList<>();
    private Tense tense = Tense.TOLD;

    private ResultGrammar(String text, @Nullable Integer year) {
        this.text = text;
        this.year = year;
    }

    /** @param year the year that is summed up, where it is known */
    public static List<DraftResult> read(String text, @Nullable Integer year) {
        ResultGrammar grammar = new ResultGrammar(text, year);
        Clause.sentences(text).forEach(grammar::sentence);
        return List.copyOf(grammar.results);
    }

    private void sentence(Sentence sentence) {
        List<Tense> tenses = Tense.of(sentence, year, tense);
        tense = tenses.getLast();
        int sentenceFrom = results.size();
        for (int i = 0; i < tenses.size(); i++) {
            if (tenses.get(i) != Tense.PROMISED) {
                clause(sentence.clauses().get(i), sentenceFrom);
            }
        }
    }

    private void clause(Clause clause, int sentenceFrom) {
        String words = clause.matched();
        List<DueWords.Found> dates = DueWords.in(words, year);
        int from = 0;
        for (Figure f : Figure.in(words)) {
            boolean date = dates.stream().anyMatch(d -> f.start() < d.end() && d.start() < f.end());
            if (date || !FigureSense.isOutcome(f, clause)) {
                continue;
            }
            Optional<Comparison> comparison = comparison(f, words);
            if (comparison.isPresent() && results.size() > sentenceFrom) {
                results.addLast(compared(results.removeLast(), comparison.get()));
            } else {
                results.add(result(clause, from, f, dates, comparison));
            }
            from = f.end();
        }
    }

    private static Optional<Comparison> comparison(Figure f, String words) {
        String before = words.substring(0, f.start());
        With with = with(f, before);
        BigDecimal value = f.value();
        String unit = f.unit();
        if (with == null || value == null || unit == null) {
            return Optional.empty();
        }
        boolean less = with != With.PLAN_SHARE && LESS.matcher(before).find();
        int from = Math.max(before.lastIndexOf('('), before.lastIndexOf('、')) + 1;
        return Optional.of(new Comparison(with, less ? value.negate() : value, unit, words.substring(from, f.end())));
    }

    private static @Nullable With with(Figure f, String before) {
        if (f.percent() && SHARE.matcher(before).find()) {
            return With.PLAN_SHARE;
        }
        if (YEAR_BEFORE.matcher(before).find()) {
            return With.YEAR_BEFORE;
        }
        if (AVERAGE.matcher(before).find()) {
            return With.AVERAGE;
        }
        return EXCESS.matcher(before).find() ? With.PLAN_EXCESS : null;
    }

    private static DraftResult compared(DraftResult r, Comparison comparison) {
        List<Comparison> all = new ArrayList<>(r.comparisons());
        all.add(comparison);
        return new DraftResult(
                r.quote(),
                r.start(),
                r.end(),
                r.indicator(),
                r.kind(),
                r.value(),
                r.unit(),
                r.approx(),
                r.due(),
                List.copyOf(all));
    }

    private DraftResult result(
            Clause clause, int from, Figure f, List<DueWords.Found> dates, Optional<Comparison> comparison) {
        String words = clause.matched();
        Matcher connector = Counted.CONNECTOR.matcher(words).region(from, f.start());
        int start = from > 0 && connector.lookingAt() ? connector.end() : from;
        String quote =
                text.substring(clause.start() + start, clause.start() + f.end()).strip();
        return new DraftResult(
                quote,
                clause.start() + start,
                clause.start() + f.end(),
                Indicators.of(words.substring(start, f.start())),
                comparison.isPresent() ? Kind.CHANGE : kind(f),
                comparison.isPresent() ? null : f.value(),
                comparison.isPresent() ? null : f.unit(),
                Wording.isApproximate(Wording.matched(quote)),
                dates.isEmpty() ? null : dates.getFirst().due(),
                comparison.stream().toList());
    }

    private static Kind kind(Figure f) {
        return f.percent() ? Kind.PERCENT : f.money() ? Kind.MONEY : f.area() ? Kind.AREA : Kind.COUNT;
    }
}
