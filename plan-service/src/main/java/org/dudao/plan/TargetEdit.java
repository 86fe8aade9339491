package org.dudao.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.dudao.contracts.Comparator;
import org.jspecify.annotations.Nullable;

/** What a person changes on a target. An absent field stays as it is; an empty one is cleared. */
public record TargetEdit(
        @Nullable String indicator,
        @Nullable Comparator comparator,
        @Nullable Optional<BigDecimal> value,
        @Nullable Optional<BigDecimal> upper,
        @Nullable Optional<String> unit,
        @Nullable Optional<LocalDate> dueOn,
        @Nullable Review review) {}
