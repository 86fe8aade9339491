package org.dudao.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One event on its way to one webhook. Written set-based; here it is read. */
@Entity
@Immutable
@Table(name = "webhook_call")
public class WebhookCall {

    @Id
    private UUID id;

    @Column(name = "webhook_id", nullable = false)
    private UUID webhookId;

    @Column(name = "event_id", nullable = false)
    private UUID eventId;

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false)
    private String state;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(nullable = false)
    private int attempts;

    @Column
    private @Nullable Integer status;

    @Column
    private @Nullable String answer;

    @Column(name = "took_ms")
    private @Nullable Integer tookMs;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "tried_at")
    private @Nullable Instant triedAt;

    protected WebhookCall() {}

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public String kind() {
        return kind;
    }

    public String state() {
        return state;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public int attempts() {
        return attempts;
    }

    public @Nullable Integer status() {
        return status;
    }

    public @Nullable String answer() {
        return answer;
    }

    public @Nullable Integer tookMs() {
        return tookMs;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public @Nullable Instant triedAt() {
        return triedAt;
    }
}
