package org.dudao.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dudao.plan.reading.Clause.Sentence;
import org.dudao.plan.reading.DraftTarget.Kind;
import org.dudao.plan.reading.Terms.Doubt;
import org.dudao.plan.reading.Within.Relation;
import org.jspecify.annotations.Nullable;

/** The targets of a measure's text: clause by clause, figures first, then absolutes, then periods, then dated deliverables. */
final class TargetGrammar {

    private final String text;
    private final @Nullable Integer year;
    private final List<DraftTarget> targets = new ArrayList<>();
    private Tense tense = Tense.OPEN;

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
        List<Tense> tenses = Tense.of(sentence, year, tense);
        tense = tenses.getLast();
        Due governing = null;
        boolean governsAll = false;
        int sentenceFrom = targets.size();
        Clause before = null;
        int beforeFrom = targets.size();
        for (int i = 0; i < tenses.size(); i++) {
            Clause clause = sentence.clauses().get(i);
            if (tenses.get(i) == Tense.TOLD) {
                before = null;
                continue;
            }
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
            before = clause;
            beforeFrom = from;
        }
    }

    /** At the head of a clause a limit (年底前) or a year (2027年) holds for what follows, too; 全年 and 3月 only for their own act. */
    private static boolean governs(DueWords.Found due, Clause clause) {
        boolean leads = clause.matched().substring(0, due.start()).matches("(?:到|至|在|于|力争|确保|争取|计划|要)*");
        return leads && (isAlone(due, clause) || due.strict() || due.yearOnly());
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
            int end = clause.end() - before.start();
            Deliverables.projects(before.matched())
                    .forEach(project -> add(before, Promise.delivered(0, end, project, due), null));
        }
    }

    private void clause(Clause clause, List<DueWords.Found> dates, @Nullable Due governing) {
        Due own = dates.isEmpty() ? null : dates.getFirst().due();
        for (Promise p : promises(clause, dates)) {
            if (own != null || governing == null || p.kind() == Kind.MILESTONE) {
                add(clause, p, p.kind() == Kind.MILESTONE ? null : own);
            } else {
                add(clause, p.with(p.terms().doubted(Doubt.DATE_FROM_ELSEWHERE)), governing);
            }
        }
    }

    /** The first way of promising that a clause uses is the only one that counts. */
    private static List<Promise> promises(Clause clause, List<DueWords.Found> dates) {
        return Stream.<Supplier<List<Promise>>>of(
                        () -> Ranks.in(clause),
                        () -> DaysAfter.in(clause),
                        () -> Counted.in(clause, dates),
                        () -> Absolutes.in(clause),
                        () -> Periods.in(clause),
                        () -> Deliverables.in(clause, dates))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void add(Clause clause, Promise p, @Nullable Due clauseDue) {
        int start = clause.start() + p.start();
        int end = clause.start() + p.end();
        String quote = text.substring(start, end).strip();
        String matched = Wording.matched(quote);
        String about = p.about();
        String unit = p.unit();
        Within within = within(p.relation());
        Due due = p.due() != null
                ? p.due()
                : clauseDue != null || within == null
                        ? clauseDue
                        : targets.get(within.target()).due();
        targets.add(new DraftTarget(
                quote,
                start,
                end,
                Indicators.of(about == null ? matched : about),
                p.kind(),
                p.comparator(),
                p.value(),
                p.upper(),
                unit == null ? null : asWritten(unit, quote, matched),
                Wording.isApproximate(matched),
                due,
                p.recurrence(),
                StrengthWords.in(matched),
                p.universal(),
                within,
                p.terms()));
    }

    /** Parts and exceptions that follow each other belong to the same whole. */
    private @Nullable Within within(@Nullable Relation relation) {
        if (relation == null || targets.isEmpty()) {
            return null;
        }
        Within former = targets.getLast().within();
        return new Within(former == null ? targets.size() - 1 : former.target(), relation);
    }

    /** The unit in the document's own script. */
    private static String asWritten(String unit, String quote, String matched) {
        int at = matched.lastIndexOf(unit);
        return at < 0 || unit.equals("%") ? unit : quote.substring(at, at + unit.length());
    }
}
