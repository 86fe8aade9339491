package org.dudao.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.dudao.contracts.Obstacle;

/** Why a task does not go on. Its clock does: only a suspension stops that. */
@Embeddable
public record Block(
        @Column(name = "blocked_since") Instant since,
        @Column(name = "blocked_by") String by,

        @Enumerated(EnumType.STRING) @Column(name = "blocked_for")
        Obstacle obstacle,

        @Column(name = "block_reason") String reason) {}
