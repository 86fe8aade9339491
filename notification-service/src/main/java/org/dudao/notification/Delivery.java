package org.dudao.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way through one channel.
 *
 * <pre>
 * queued ──leased──▶ sending ──the server took it──▶ sent
 *   ▲  ▲                │ └──refused, or tried often enough──▶ failed
 *   │  └──passing fault─┘                                        │
 *   └───────────────────────a person resends it──────────────────┘
 * </pre>
 */
@Entity
public class Delivery {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "message_id")
    private Message message;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    @Column(nullable = false)
    private String channel;

    @Column(name = "unit_path", nullable = false)
    private String unitPath;

    @Column(nullable = false)
    private String state;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "parcel_id")
    private @Nullable UUID parcelId;

    @Column(name = "sent_to")
    private @Nullable String sentTo;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    protected Delivery() {}

    /** Queues what failed once more, as a new mail. @return false when it waits already */
    public boolean resend(Instant now) {
        switch (state) {
            case "queued", "sending" -> {
                return false;
            }
            case "sent" -> throw new DeliverySentAlready(id);
            default -> {
                state = "queued";
                dueAt = now;
                attempts = 0;
                parcelId = null;
                settledAt = null;
                return true;
            }
        }
    }

    public UUID id() {
        return id;
    }

    public Message message() {
        return message;
    }

    public Person person() {
        return person;
    }

    public String channel() {
        return channel;
    }

    public String unitPath() {
        return unitPath;
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

    public @Nullable String sentTo() {
        return sentTo;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }
}
