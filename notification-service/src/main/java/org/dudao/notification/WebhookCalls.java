package org.dudao.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of one webhook; who asks has shown that the webhook lies within the own scope. */
@ApplicationScoped
public class WebhookCalls implements PanacheRepositoryBase<WebhookCall, UUID> {

    public List<WebhookCall> newest(
            UUID webhookId, @Nullable String state, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("webhook", webhookId));
        StringBuilder query = new StringBuilder(where(state, values));
        if (before != null && beforeId != null) {
            query.append(" and (queuedAt < :before or (queuedAt = :before and id < :beforeId))");
            values.put("before", before);
            values.put("beforeId", beforeId);
        }
        return find(query + " order by queuedAt desc, id desc", values)
                .page(Page.ofSize(limit))
                .list();
    }

    public long count(UUID webhookId, @Nullable String state) {
        Map<String, Object> values = new HashMap<>(Map.of("webhook", webhookId));
        return count(where(state, values), values);
    }

    private static String where(@Nullable String state, Map<String, Object> values) {
        if (state == null) {
            return "webhookId = :webhook";
        }
        values.put("state", state);
        return "webhookId = :webhook and state = :state";
    }

    /** @return how many go out again */
    public int replay(UUID webhookId, UUID callId, Instant now) {
        return again("id = :call", now)
                .setParameter("webhook", webhookId)
                .setParameter("call", callId)
                .executeUpdate();
    }

    /** @return how many go out again */
    public int replay(UUID webhookId, Instant from, Instant to, boolean onlyFailed, Instant now) {
        return again("queued_at >= :from AND queued_at < :to AND (state = 'failed' OR NOT :onlyFailed)", now)
                .setParameter("webhook", webhookId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("onlyFailed", onlyFailed)
                .executeUpdate();
    }

    /** Under the same id, so that a receiver that has it already knows it. */
    private Query again(String which, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        UPDATE webhook_call SET state = 'queued', due_at = :now, attempts = 0, settled_at = NULL
                         WHERE webhook_id = :webhook AND kind <> :test AND state IN ('sent', 'failed') AND\s""" + which)
                .setParameter("test", WebhookKinds.TEST)
                .setParameter("now", now);
    }
}
