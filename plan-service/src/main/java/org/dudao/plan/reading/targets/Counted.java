package org.dudao.plan.reading.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.targets.Terms.Doubt;
import org.dudao.plan.reading.targets.Within.Relation;
import org.jspecify.annotations.Nullable;

/** Figures to be reached: each with the words that belong to it, how it is held, and how often it is owed. */
final class Counted {

    static final Pattern CONNECTOR = Pattern.compile("以及|[、及和与并(]|其中");

    /** How far around a figure its terms are sought; words farther away are another's. */
    private static final int BEFORE = 80;

    private static final int BEHIND = 40;

    private Counted() {}

    static List<Promise> in(Clause clause, List<DueWords.Found> dates) {
        List<Figure> figures = Figure.in(clause.matched()).stream()
                .filter(f -> dates.stream().noneMatch(d -> f.start() < d.end() && d.start() < f.end()))
                .filter(f -> FigureSense.isCommitment(f, clause))
                .toList();
        boolean parallel = clause.says("分别");
        List<DueWords.Found> dues = dates.size() > 1 && clause.says("各") ? dates : List.of();
        List<Promise> promises = new ArrayList<>();
        int from = figures.isEmpty() ? 0 : delivered(clause, dates, figures.getFirst(), promises);
        boolean parts = false;
        Due due = promises.isEmpty() ? null : promises.getFirst().due();
        for (int i = 0; i < figures.size(); i++) {
            Figure f = figures.get(i);
            boolean last = i + 1 == figures.size();
            int to = last || parallel
                    ? clause.matched().length()
                    : boundary(clause.matched(), f.end(), figures.get(i + 1).start());
            boolean apart = to < clause.matched().length();
            Comparator own = Comparing.of(f, clause);
            Comparator comparator = parallel && own == Comparator.EQ ? Comparing.of(figures.getFirst(), clause) : own;
            int start = parallel ? 0 : from;
            int end = withoutStrayBracket(clause.matched(), from, to);
            Relation relation = relation(clause.matched(), start, i);
            parts |= relation == Relation.PART;
            relation = parts && relation == null ? Relation.PART : relation;
            due = DueWords.of(dates, start, f.start(), end, due);
            Terms terms = terms(clause.matched(), start, end, f, relation);
            if (!apart && !last && !parallel) {
                terms = terms.doubted(Doubt.FIGURES_TOGETHER);
            }
            Promise promise = promise(start, end, f, comparator, clause, relation, terms);
            if (dues.isEmpty()) {
                promises.add(due == null ? promise : promise.by(due));
            }
            dues.forEach(each -> promises.add(promise.by(each.due())));
            if (apart) {
                from = afterConnector(clause.matched(), to);
            }
        }
        return promises;
    }

    /** In 8月底前建成新校区(投资2亿元…) the bracket only describes what is delivered. @return where the figures' words begin */
    private static int delivered(Clause clause, List<DueWords.Found> dates, Figure first, List<Promise> promises) {
        String words = clause.matched();
        int bracket = words.lastIndexOf('(', first.start());
        if (bracket <= 0 || words.substring(bracket, first.start()).contains(")")) {
            return 0;
        }
        List<Promise> delivered = Deliverables.in(clause, dates, bracket);
        promises.addAll(delivered);
        return delivered.isEmpty() ? 0 : bracket + 1;
    }

    /** Where one figure's words end and the next one's begin: the first connector between them, else nowhere. */
    private static int boundary(String clause, int from, int to) {
        Matcher m = CONNECTOR.matcher(clause).region(from, to);
        return m.find() ? m.start() : clause.length();
    }

    private static int afterConnector(String clause, int at) {
        Matcher m = CONNECTOR.matcher(clause).region(at, clause.length());
        return m.lookingAt() && !m.group().equals("其中") ? m.end() : at;
    }

    private static int withoutStrayBracket(String clause, int from, int to) {
        return clause.startsWith(")", to - 1) && clause.indexOf('(', from) < 0 ? to - 1 : to;
    }

    private static @Nullable Relation relation(String clause, int start, int order) {
        if (clause.startsWith("其中", start) || clause.startsWith("其中", Math.max(0, start - 2))) {
            return Relation.PART;
        }
        return order > 0 && start > 0 && clause.charAt(start - 1) == '(' ? Relation.EXCEPTION : null;
    }

    private static Terms terms(String clause, int start, int end, Figure f, @Nullable Relation relation) {
        String words = clause.substring(Math.max(start, f.start() - BEFORE), Math.min(end, f.end() + BEHIND));
        Terms terms = new Terms(
                relation == Relation.EXCEPTION
                        ? clause.substring(start, f.start()).replaceAll("(?:应|要|须|需)?(?:达到|达|为|不低于|不少于)?$", "")
                        : TermWords.population(words),
                TermWords.baseline(words).orElse(null),
                TermWords.hold(words),
                TermWords.acceptedBy(words),
                null,
                false,
                null);
        return f.arabic() ? terms : terms.doubted(Doubt.PERHAPS_A_NAME);
    }

    private static Promise promise(
            int start,
            int end,
            Figure f,
            Comparator comparator,
            Clause clause,
            @Nullable Relation relation,
            Terms terms) {
        Recurrence recurrence = Recurrence.before(clause.matched(), f.start()).orElse(null);
        boolean universal = f.percent() && f.value() != null && f.value().compareTo(Promise.ALL) == 0;
        return new Promise(
                start,
                end,
                kind(f, comparator, recurrence),
                comparator,
                f.value(),
                f.upper(),
                f.unit(),
                recurrence,
                universal,
                null,
                null,
                relation,
                terms);
    }

    private static Kind kind(Figure f, Comparator comparator, @Nullable Recurrence recurrence) {
        if (comparator == Comparator.UP || comparator == Comparator.DOWN) {
            return Kind.CHANGE;
        }
        if (recurrence != null) {
            return Kind.FREQUENCY;
        }
        if (f.percent() || "比".equals(f.unit())) {
            return Kind.PERCENT;
        }
        return f.money() ? Kind.MONEY : f.area() ? Kind.AREA : Kind.COUNT;
    }
}
