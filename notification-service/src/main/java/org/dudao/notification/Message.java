package org.dudao.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What one person was told of one event. Written set-based by composing; here it is read. */
@Entity
@Immutable
public class Message {

    @Id
    private UUID id;

    @Column(nullable = false)
    private long seq;

    @Column(name = "person_id", nullable = false)
    private String personId;

    @Column(nullable = false)
    private String kind;

    @Column(name = "subject_type", nullable = false)
    private String subjectType;

    @Column(name = "subject_id", nullable = false)
    private UUID subjectId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String body;

    /** JSON, read as text. */
    @Column(nullable = false)
    private String facts;

    @Column
    private @Nullable String link;

    @Column(nullable = false)
    private boolean urgent;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    protected Message() {}

    public UUID id() {
        return id;
    }

    public long seq() {
        return seq;
    }

    public MessageKind kind() {
        return MessageKind.of(kind);
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public String facts() {
        return facts;
    }

    public @Nullable String link() {
        return link;
    }

    public boolean urgent() {
        return urgent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant readAt() {
        return readAt;
    }
}
