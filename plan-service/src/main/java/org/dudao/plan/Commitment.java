package org.dudao.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.Due;
import org.dudao.plan.reading.targets.Recurrence;
import org.dudao.plan.reading.targets.Terms.Baseline;
import org.dudao.plan.reading.targets.Terms.Doubt;
import org.dudao.plan.reading.targets.Within;
import org.jspecify.annotations.Nullable;

/**
 * What a measure promises, as it was read from the words between {@code start} and {@code end} of its text.
 *
 * @param relation part or exception, where it belongs to another one
 */
@Embeddable
public record Commitment(
        @Column String quote,
        @Column(name = "quote_start") int start,
        @Column(name = "quote_end") int end,
        @Column String indicator,
        @Column String kind,
        @Column @Enumerated(EnumType.STRING) Comparator comparator,
        @Column @Nullable BigDecimal value,
        @Column @Nullable BigDecimal upper,
        @Column @Nullable String unit,
        @Column boolean approx,
        @Column(name = "due_on") @Nullable LocalDate dueOn,
        @Column(name = "due_text") @Nullable String dueText,
        @Column @Nullable String recurrence,
        @Column @Enumerated(EnumType.STRING) Strength strength,
        @Column boolean universal,
        @Column @Nullable String relation,
        @Embedded Terms terms) {

    /** As the reader understood it. */
    public static Commitment of(DraftTarget t) {
        Due due = t.due();
        Recurrence recurrence = t.recurrence();
        Within within = t.within();
        return new Commitment(
                t.quote(),
                t.start(),
                t.end(),
                t.indicator(),
                word(t.kind()),
                t.comparator(),
                t.value(),
                t.upper(),
                t.unit(),
                t.approx(),
                due == null ? null : due.on(),
                due == null ? null : due.words(),
                recurrence == null ? null : word(recurrence),
                t.strength(),
                t.universal(),
                within == null ? null : word(within.relation()),
                terms(t.terms()));
    }

    private static Terms terms(org.dudao.plan.reading.targets.Terms read) {
        Baseline baseline = read.baseline();
        Doubt doubt = read.doubt();
        return new Terms(
                read.population(),
                baseline == null ? null : baseline.words(),
                baseline == null ? null : baseline.value(),
                read.hold(),
                read.acceptedBy(),
                read.startEvent(),
                read.implied(),
                doubt == null ? null : word(doubt),
                List.of());
    }

    /** What of it is asked for in one year: the stage of that year, where it has stages; else all of it. */
    public Commitment in(int year) {
        return terms.stages().stream()
                .filter(stage -> stage.year() == year)
                .findFirst()
                .map(this::only)
                .orElse(this);
    }

    private Commitment only(Stage stage) {
        return new Commitment(
                quote,
                start,
                end,
                stage.words().equals(indicator) ? indicator : indicator + "：" + stage.words(),
                stage.value() == null ? "milestone" : kind,
                stage.value() == null ? Comparator.DONE : comparator,
                stage.value(),
                null,
                unit,
                approx,
                stage.dueOn(),
                stage.dueOn() == null ? null : dueText,
                recurrence,
                strength,
                universal,
                relation,
                terms);
    }

    /** Belonging to no other target. */
    Commitment alone() {
        return relation == null
                ? this
                : new Commitment(
                        quote,
                        start,
                        end,
                        indicator,
                        kind,
                        comparator,
                        value,
                        upper,
                        unit,
                        approx,
                        dueOn,
                        dueText,
                        recurrence,
                        strength,
                        universal,
                        null,
                        terms);
    }

    /** The same promise, carried by other words of its measure. */
    public Commitment quoting(String words, int from, int to) {
        return new Commitment(
                words,
                from,
                to,
                indicator,
                kind,
                comparator,
                value,
                upper,
                unit,
                approx,
                dueOn,
                dueText,
                recurrence,
                strength,
                universal,
                relation,
                terms);
    }

    /** Due when another is, where it names no day of its own. */
    public Commitment dueLike(Commitment other) {
        return dueOn != null
                ? this
                : new Commitment(
                        quote,
                        start,
                        end,
                        indicator,
                        kind,
                        comparator,
                        value,
                        upper,
                        unit,
                        approx,
                        other.dueOn,
                        other.dueText,
                        recurrence,
                        strength,
                        universal,
                        relation,
                        terms);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
