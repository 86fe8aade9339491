package org.dudao.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.UnitRef;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A unit's own system that wants to be called. What people decide is changed here; how the calls go is written by
 * delivering, column by column, so that neither overwrites the other.
 */
@Entity
@DynamicUpdate
public class Webhook {

    @Id
    private UUID id;

    @Column(name = "unit_id", nullable = false)
    private String unitId;

    @Column(name = "unit_path", nullable = false)
    private String unitPath;

    @Column(nullable = false)
    private String url;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private List<String> kinds;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "disabled_because")
    private @Nullable String disabledBecause;

    @Column(nullable = false)
    private String secret;

    @Column(name = "former_secret")
    private @Nullable String formerSecret;

    @Column(name = "former_until")
    private @Nullable Instant formerUntil;

    @Column(nullable = false)
    private int failures;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "paused_until")
    private @Nullable Instant pausedUntil;

    @Column(name = "succeeded_at", insertable = false, updatable = false)
    private @Nullable Instant succeededAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Webhook() {}

    public Webhook(UUID id, UnitRef unit, String url, List<String> kinds, Instant now) {
        this.id = id;
        this.unitId = unit.id();
        this.unitPath = unit.path();
        this.url = url;
        this.kinds = List.copyOf(kinds);
        this.enabled = true;
        this.secret = WebhookSecret.fresh().text();
        this.createdAt = now;
    }

    /** Turned on again, it is tried at once: whoever did that has mended it. */
    public void change(String url, List<String> kinds, boolean enabled) {
        if (enabled && (!this.enabled || !this.url.equals(url))) {
            failures = 0;
            failingSince = null;
            pausedUntil = null;
        }
        this.url = url;
        this.kinds = List.copyOf(kinds);
        this.enabled = enabled;
        this.disabledBecause = null;
    }

    /** The present secret signs beside the new one for a while, so that the receiver can change over without a gap. */
    public void rotate(Instant now, Duration overlap) {
        formerSecret = secret;
        formerUntil = now.plus(overlap);
        secret = WebhookSecret.fresh().text();
    }

    public UUID id() {
        return id;
    }

    public String unitId() {
        return unitId;
    }

    public String unitPath() {
        return unitPath;
    }

    public String url() {
        return url;
    }

    public List<String> kinds() {
        return kinds;
    }

    public boolean enabled() {
        return enabled;
    }

    public @Nullable String disabledBecause() {
        return disabledBecause;
    }

    public WebhookSecret secret() {
        return new WebhookSecret(secret);
    }

    public @Nullable Instant formerUntil() {
        return formerUntil;
    }

    public int failures() {
        return failures;
    }

    public @Nullable Instant failingSince() {
        return failingSince;
    }

    public @Nullable Instant succeededAt() {
        return succeededAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
