package org.dudao.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.startup.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person changes on a target. An absent field stays as it is; an empty one is cleared. */
@JsonDeserialize(builder = TargetEdit.Said.class)
public record TargetEdit(
        @Schema(examples = "新建学校") @Nullable String indicator,
        @Schema(examples = "count") @Nullable String kind,
        @Nullable Comparator comparator,
        @Schema(examples = "165") @Nullable Optional<BigDecimal> value,
        @Schema(examples = "180") @Nullable Optional<BigDecimal> upper,
        @Schema(examples = "所") @Nullable Optional<String> unit,
        @Schema(examples = "false") @Nullable Boolean approx,
        @Schema(examples = "2026-06-30") @Nullable Optional<LocalDate> dueOn,
        @Schema(examples = "per-term") @Nullable Optional<String> recurrence,
        @Nullable Strength strength,
        @Schema(examples = "false") @Nullable Boolean universal,
        @Schema(examples = "300人以上就餐的学校") @Nullable Optional<String> population,
        @Schema(examples = "比上年度") @Nullable Optional<String> baseline,
        @Schema(examples = "30.11") @Nullable Optional<BigDecimal> baselineValue,
        @Schema(examples = "false") @Nullable Boolean hold,
        @Schema(examples = "省级") @Nullable Optional<String> acceptedBy,
        @Nullable Optional<List<Stage>> stages,
        @Nullable Review review) {

    private static final int LONGEST_INDICATOR = 200;
    private static final int LONGEST_WORD = 20;

    /** Decides about a target without changing what it says; null leaves that, too, as it is. */
    public static TargetEdit decides(@Nullable Review review) {
        return new TargetEdit(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                review);
    }

    /** Whether it changes what the target says. */
    public boolean rewords() {
        return !equals(decides(review));
    }

    Reading on(Reading now) {
        Commitment c = now.says();
        Commitment says = new Commitment(
                c.quote(),
                c.start(),
                c.end(),
                indicator == null ? c.indicator() : shortEnough("indicator", indicator, LONGEST_INDICATOR),
                kind == null ? c.kind() : shortEnough("kind", kind, LONGEST_WORD),
                comparator == null ? c.comparator() : comparator,
                value == null ? c.value() : notNegative("value", value.orElse(null)),
                upper == null ? c.upper() : notNegative("upper", upper.orElse(null)),
                unit == null ? c.unit() : word("unit", unit),
                approx == null ? c.approx() : approx,
                dueOn == null ? c.dueOn() : dueOn.orElse(null),
                c.dueText(),
                recurrence == null ? c.recurrence() : word("recurrence", recurrence),
                strength == null ? c.strength() : strength,
                universal == null ? c.universal() : universal,
                c.relation(),
                on(c.terms()));
        BigDecimal most = says.upper();
        if (most != null && (says.value() == null || most.compareTo(says.value()) < 0)) {
            throw Problem.invalid("upper", "上限不能小于数值。", "The upper bound lies below the value.");
        }
        if (review == Review.REPLACED || review == Review.WITHDRAWN) {
            throw Problem.invalid(
                    "review",
                    "review 应为 proposed、accepted 或 rejected。",
                    "review takes proposed, accepted or rejected.");
        }
        return review == null ? now.saying(says) : now.saying(says).reviewed(review);
    }

    private Terms on(Terms t) {
        return new Terms(
                population == null ? t.population() : phrase("population", population),
                baseline == null ? t.baseline() : phrase("baseline", baseline),
                baselineValue == null ? t.baselineValue() : notNegative("baselineValue", baselineValue.orElse(null)),
                hold == null ? t.hold() : hold,
                acceptedBy == null ? t.acceptedBy() : phrase("acceptedBy", acceptedBy),
                t.startEvent(),
                t.implied(),
                t.doubt(),
                stages == null ? t.stages() : Stage.checked(stages.orElse(List.of())));
    }

    private static @Nullable String phrase(String field, Optional<String> said) {
        return said.map(s -> shortEnough(field, s, LONGEST_INDICATOR)).orElse(null);
    }

    private static @Nullable String word(String field, Optional<String> said) {
        return said.map(s -> shortEnough(field, s, LONGEST_WORD)).orElse(null);
    }

    private static String shortEnough(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Problem.invalid(field, "应为 1 到 " + longest + " 个字。", "Takes 1 to " + longest + " characters.");
        }
        return stripped;
    }

    static @Nullable BigDecimal notNegative(String field, @Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.precision() > 18 || Math.abs(number.scale()) > 18) {
            throw Problem.invalid(field, "应为不小于 0、不超过 18 位的数。", "Takes a number from 0 with at most 18 digits.");
        }
        // As the database will keep it: 1E+3 is 1000 there, and an undo compares the two.
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Reads JSON field by field: a record's constructor would get an empty Optional for what was not said at all. */
    @JsonPOJOBuilder(withPrefix = "")
    static final class Said {

        private @Nullable String indicator;
        private @Nullable String kind;
        private @Nullable Comparator comparator;
        private @Nullable Optional<BigDecimal> value;
        private @Nullable Optional<BigDecimal> upper;
        private @Nullable Optional<String> unit;
        private @Nullable Boolean approx;
        private @Nullable Optional<LocalDate> dueOn;
        private @Nullable Optional<String> recurrence;
        private @Nullable Strength strength;
        private @Nullable Boolean universal;
        private @Nullable Optional<String> population;
        private @Nullable Optional<String> baseline;
        private @Nullable Optional<BigDecimal> baselineValue;
        private @Nullable Boolean hold;
        private @Nullable Optional<String> acceptedBy;
        private @Nullable Optional<List<Stage>> stages;
        private @Nullable Review review;

        Said indicator(@Nullable String said) {
            indicator = said;
            return this;
        }

        Said kind(@Nullable String said) {
            kind = said;
            return this;
        }

        Said comparator(@Nullable Comparator said) {
            comparator = said;
            return this;
        }

        Said value(Optional<BigDecimal> said) {
            value = said;
            return this;
        }

        Said upper(Optional<BigDecimal> said) {
            upper = said;
            return this;
        }

        Said unit(Optional<String> said) {
            unit = said;
            return this;
        }

        Said approx(@Nullable Boolean said) {
            approx = said;
            return this;
        }

        Said dueOn(Optional<LocalDate> said) {
            dueOn = said;
            return this;
        }

        Said recurrence(Optional<String> said) {
            recurrence = said;
            return this;
        }

        Said strength(@Nullable Strength said) {
            strength = said;
            return this;
        }

        Said universal(@Nullable Boolean said) {
            universal = said;
            return this;
        }

        Said population(Optional<String> said) {
            population = said;
            return this;
        }

        Said baseline(Optional<String> said) {
            baseline = said;
            return this;
        }

        Said baselineValue(Optional<BigDecimal> said) {
            baselineValue = said;
            return this;
        }

        Said hold(@Nullable Boolean said) {
            hold = said;
            return this;
        }

        Said acceptedBy(Optional<String> said) {
            acceptedBy = said;
            return this;
        }

        Said stages(Optional<List<Stage>> said) {
            stages = said;
            return this;
        }

        Said review(@Nullable Review said) {
            review = said;
            return this;
        }

        TargetEdit build() {
            return new TargetEdit(
                    indicator,
                    kind,
                    comparator,
                    value,
                    upper,
                    unit,
                    approx,
                    dueOn,
                    recurrence,
                    strength,
                    universal,
                    population,
                    baseline,
                    baselineValue,
                    hold,
                    acceptedBy,
                    stages,
                    review);
        }
    }
}
