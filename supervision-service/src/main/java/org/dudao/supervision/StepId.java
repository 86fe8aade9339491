package org.dudao.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A place on an alert's ladder. */
@Embeddable
public record StepId(
        @Column(name = "alert_id") UUID alertId,
        @Column(name = "ordinal") int ordinal) implements Serializable {}
