package org.dudao.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.dudao.contracts.Comparator;
import org.jspecify.annotations.Nullable;

/** What a person changes on a target. An absent field stays as it is; an empty one is cleared. */
@JsonDeserialize(builder = TargetEdit.Said.class)
public record TargetEdit(
        @Nullable String indicator,
        @Nullable Comparator comparator,
        @Nullable Optional<BigDecimal> value,
        @Nullable Optional<BigDecimal> upper,
        @Nullable Optional<String> unit,
        @Nullable Optional<LocalDate> dueOn,
        @Nullable Review review) {

    /** Reads JSON field by field: a record's constructor would get an empty Optional for what was not said at all. */
    @JsonPOJOBuilder(withPrefix = "")
    static final class Said {

        private @Nullable String indicator;
        private @Nullable Comparator comparator;
        private @Nullable Optional<BigDecimal> value;
        private @Nullable Optional<BigDecimal> upper;
        private @Nullable Optional<String> unit;
        private @Nullable Optional<LocalDate> dueOn;
        private @Nullable Review review;

        Said indicator(@Nullable String said) {
            indicator = said;
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

        Said dueOn(Optional<LocalDate> said) {
            dueOn = said;
            return this;
        }

        Said review(@Nullable Review said) {
            review = said;
            return this;
        }

        TargetEdit build() {
            return new TargetEdit(indicator, comparator, value, upper, unit, dueOn, review);
        }
    }
}
