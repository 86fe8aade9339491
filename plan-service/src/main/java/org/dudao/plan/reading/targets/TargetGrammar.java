package org.dudao.plan.reading.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.plan.reading.document.Limits;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.dudao.plan.reading.targets.Clause.Sentence;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.targets.Terms.Doubt;
import org.dudao.plan.reading.targets.Within.Relation;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** The targets of a measure's text: clause by clause, figures first, then absolutes, then periods, then dated deliverables. */
public final class TargetGrammar {

    private static final Pattern DEADLINE_NOTE =
            Pattern.compile("^[(]?(?:完成|办结|整改|实施)?(?:时限|时间(?:节点|要求)?|期限|时间安排)(?::|$)");

    private final String text;
    private final String matched;
    private final @Nullable Integer year;
    private final List<DraftTarget> targets = new ArrayList<>();
    private Tense tense = Tense.OPEN;
    private int noted;

    private TargetGrammar(String text, @Nullable Integer year) {
        this.text = text;
        this.matched = Wording.matched(text);
        this.year = year;
    }

    public static List<DraftTarget> read(String text, @Nullable Integer year) {
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
        boolean notes = false;
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
            notes = notes || DEADLINE_NOTE.matcher(clause.matched()).find();
            if (notes) {
                if (own != null) {
                    note(own.due());
                    notes = false;
                }
            } else if (own != null
                    && before != null
                    && !leads(own, clause)
                    && Deliverables.onlySaysWhen(clause.matched(), own)) {
                saysWhenOfTheClauseBefore(before, beforeFrom, sentenceFrom, clause, own.due());
            } else {
                clause(clause, dates, governing);
                if (from == targets.size() && own == null && follows(before, governing)) {
                    deliverables(clause, governing);
                }
            }
            if (own != null && own.due().on() != null && governs(own, clause)) {
                governing = own.due();
                governsAll = isAlone(own, clause);
            }
            before = clause;
            beforeFrom = from;
        }
    }

    /** A note at the end (完成时限:9月底) dates all since the last one. */
    private void note(Due due) {
        targets.subList(noted, targets.size()).replaceAll(t -> t.due() == null ? t.dueBy(due) : t);
        noted = targets.size();
    }

    /** At the head of a clause a limit (年底前) or a year (2027年) holds for what follows, too; 全年 and 3月 only for their own act. */
    private static boolean governs(DueWords.Found due, Clause clause) {
        boolean leads = clause.matched().substring(0, due.start()).matches("(?:到|至|在|于|力争|确保|争取|计划|要)*");
        return leads && (isAlone(due, clause) || due.strict() || due.yearOnly());
    }

    private static boolean isAlone(DueWords.Found due, Clause clause) {
        return due.end() - due.start() >= clause.matched().length() - 2;
    }

    /** After a semicolon a date alone belongs to what follows: …;5-6月,完成招投标. */
    private static boolean leads(DueWords.Found due, Clause clause) {
        return clause.afterSemicolon() && isAlone(due, clause);
    }

    private void saysWhenOfTheClauseBefore(Clause before, int beforeFrom, int sentenceFrom, Clause clause, Due due) {
        List<DraftTarget> whose = targets.subList(Math.max(beforeFrom, sentenceFrom), targets.size());
        if (whose.isEmpty()) {
            int end = clause.end() - before.start();
            Deliverables.projects(before.matched())
                    .forEach(project -> add(before, Promise.delivered(0, end, project, due), null));
        } else if (whose.stream().allMatch(t -> t.due() != null)) {
            add(clause, Promise.delivered(0, clause.matched().length(), clause.matched(), due), null);
        } else {
            whose.replaceAll(t -> t.due() == null ? t.dueBy(due) : t);
        }
    }

    /** The clause before is nothing but the date: 年底前,… */
    private boolean follows(@Nullable Clause before, @Nullable Due governing) {
        return before != null
                && governing != null
                && before.matched().length() - governing.words().length() <= 2
                && before.matched().contains(governing.words());
    }

    private void deliverables(Clause clause, @Nullable Due due) {
        if (Deliverables.says(clause.matched())) {
            Deliverables.projects(clause.matched())
                    .forEach(project ->
                            add(clause, Promise.delivered(0, clause.matched().length(), project, due), null));
        }
    }

    private void clause(Clause clause, List<DueWords.Found> dates, @Nullable Due governing) {
        for (Promise p : promises(clause, dates)) {
            boolean governed = p.due() == null && governing != null && p.kind() != Kind.MILESTONE;
            add(
                    clause,
                    governed ? p.with(p.terms().doubted(Doubt.DATE_FROM_ELSEWHERE)) : p,
                    governed ? governing : null);
        }
    }

    /** The first way of promising that a clause uses is the only one that counts. */
    private static List<Promise> promises(Clause clause, List<DueWords.Found> dates) {
        return Stream.<Supplier<List<Promise>>>of(
                        () -> dated(Ranks.in(clause), dates),
                        () -> DaysAfter.in(clause),
                        () -> Counted.in(clause, dates),
                        () -> dated(Multiples.in(clause), dates),
                        () -> Deliverables.oneForEachDate(clause, dates),
                        () -> dated(Absolutes.in(clause), dates),
                        () -> dated(Periods.in(clause), dates),
                        () -> Deliverables.in(clause, dates))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What the whole clause promises has the clause's first date. */
    private static List<Promise> dated(List<Promise> promises, List<DueWords.Found> dates) {
        return dates.isEmpty()
                ? promises
                : promises.stream().map(p -> p.by(dates.getFirst().due())).toList();
    }

    private void add(Clause clause, Promise p, @Nullable Due clauseDue) {
        if (targets.size() == Limits.TARGETS) {
            throw new UnreadableDocument(Reason.TOO_LONG);
        }
        int start = clause.start() + p.start();
        int end = clause.start() + p.end();
        String quote = text.substring(start, end).strip();
        String words = matched.substring(start, end).strip();
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
                Indicators.of(about == null ? words : about),
                p.kind(),
                p.comparator(),
                p.value(),
                p.upper(),
                unit == null ? null : asWritten(unit, quote, words),
                Wording.isApproximate(words),
                due,
                p.recurrence() == null && within != null && p.kind() != Kind.PERCENT
                        ? targets.get(within.target()).recurrence()
                        : p.recurrence(),
                StrengthWords.in(words),
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
    private static String asWritten(String unit, String quote, String words) {
        int at = words.lastIndexOf(unit);
        return at < 0 || unit.equals("%") ? unit : quote.substring(at, at + unit.length());
    }
}
