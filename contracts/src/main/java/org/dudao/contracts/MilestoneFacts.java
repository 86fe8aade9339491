package org.dudao.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node within a task; {@code progress} in per cent, {@code achievedOn} once it is 100. */
public record MilestoneFacts(
        UUID id,
        String name,
        LocalDate dueOn,
        int progress,
        @Nullable LocalDate achievedOn) {}
