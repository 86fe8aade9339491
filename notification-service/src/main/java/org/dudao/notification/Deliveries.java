package org.dudao.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries, within the scope that every query states. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    /** @param within path prefix of what the caller may see */
    public record Filter(
            String within, @Nullable String state, @Nullable String channel) {}

    private record Query(String text, Map<String, Object> values) {}

    private static Query query(Filter filter) {
        StringBuilder text = new StringBuilder("d.unitPath like :within");
        Map<String, Object> values = new HashMap<>(Map.of("within", filter.within() + "%"));
        if (filter.state() != null) {
            text.append(" and d.state = :state");
            values.put("state", filter.state());
        }
        if (filter.channel() != null) {
            text.append(" and d.channel = :channel");
            values.put("channel", filter.channel());
        }
        return new Query(text.toString(), values);
    }

    /** Newest first, those after the given place in that order. */
    public List<Delivery> newest(Filter filter, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        Query query = query(filter);
        String keyset = "";
        if (before != null && beforeId != null) {
            keyset = " and (d.queuedAt < :before or (d.queuedAt = :before and d.id < :beforeId))";
            query.values().put("before", before);
            query.values().put("beforeId", beforeId);
        }
        return find(
                        "from Delivery d join fetch d.message join fetch d.person where " + query.text() + keyset
                                + " order by d.queuedAt desc, d.id desc",
                        query.values())
                .page(Page.ofSize(limit))
                .list();
    }

    public long count(Filter filter) {
        Query query = query(filter);
        return count("from Delivery d where " + query.text(), query.values());
    }

    public Optional<Delivery> lockedWithin(UUID id, String path) {
        return find("id = ?1 and unitPath like ?2", id, path + "%")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
