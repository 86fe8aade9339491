package org.dudao.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody's inboxes. Each query names whose; a login opens the inbox of the active person who has it. */
@ApplicationScoped
public class Messages implements PanacheRepositoryBase<Message, UUID> {

    private static final String OWN =
            "personId in (select p.id from Person p where lower(p.username) = lower(:username) and p.active = true)";

    private static final String OWNED =
            " AND person_id IN (SELECT id FROM person WHERE lower(username) = lower(:username) AND active)";

    /** What to show of an inbox. Null means all. */
    public record Filter(
            @Nullable Boolean read,
            @Nullable String kind,
            @Nullable String words) {
        public static Filter none() {
            return new Filter(null, null, null);
        }
    }

    private record Query(String text, Map<String, Object> values) {}

    private static Query query(String username, Filter filter) {
        StringBuilder text = new StringBuilder(OWN);
        Map<String, Object> values = new HashMap<>(Map.of("username", username));
        if (filter.read() != null) {
            text.append(filter.read() ? " and readAt is not null" : " and readAt is null");
        }
        if (filter.kind() != null) {
            text.append(" and kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            text.append(" and (lower(title) like :words escape '!' or lower(body) like :words escape '!')");
            values.put("words", "%" + literal(filter.words().strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return new Query(text.toString(), values);
    }

    private static String literal(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** Newest first, those before {@code seq}. */
    public List<Message> newestOf(String username, Filter filter, long before, int limit) {
        Query query = query(username, filter);
        query.values().put("before", before);
        return find(query.text() + " and seq < :before order by seq desc", query.values())
                .page(Page.ofSize(limit))
                .list();
    }

    public long countOf(String username, Filter filter) {
        Query query = query(username, filter);
        return count(query.text(), query.values());
    }

    /** Oldest first, those after {@code seq}: what a stream has not told yet. */
    public List<Message> toldAfter(long seq, String username, int limit) {
        return find(OWN + " and seq > :seq order by seq", Map.of("username", username, "seq", seq))
                .page(Page.ofSize(limit))
                .list();
    }

    /** Which of the logins have messages after their position; the same index in both arrays. Logins in lower case. */
    @SuppressWarnings("unchecked")
    public Set<String> withNews(String[] usernames, Long[] positions) {
        return Set.copyOf((List<String>) getEntityManager()
                .createNativeQuery("""
                        SELECT DISTINCT s.username FROM unnest(CAST(:usernames AS text[]), CAST(:positions AS bigint[])) AS s(username, position)
                         WHERE EXISTS (SELECT FROM person p JOIN message m ON m.person_id = p.id AND m.seq > s.position
                                        WHERE lower(p.username) = s.username AND p.active)
                        """, String.class)
                .setParameter("usernames", usernames)
                .setParameter("positions", positions)
                .getResultList());
    }

    /** How many messages wait for each login; logins in lower case, none means none. */
    @SuppressWarnings("unchecked")
    public Map<String, Long> unreadOf(String[] usernames) {
        Map<String, Long> unread = new HashMap<>();
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        SELECT lower(p.username), count(*) FROM person p JOIN message m ON m.person_id = p.id AND m.read_at IS NULL
                         WHERE lower(p.username) = ANY(CAST(:usernames AS text[])) AND p.active GROUP BY 1
                        """)
                .setParameter("usernames", usernames)
                .getResultList();
        rows.forEach(row -> unread.put((String) row[0], ((Number) row[1]).longValue()));
        return unread;
    }

    /** Where a stream that starts now stands: everything up to here is in the inbox already. */
    public long position() {
        return ((Number) getEntityManager()
                        .createNativeQuery("SELECT coalesce(max(seq), 0) FROM message")
                        .getSingleResult())
                .longValue();
    }

    public Optional<Message> own(UUID id, String username) {
        return find("id = :id and " + OWN, Map.of("id", id, "username", username))
                .firstResultOptional();
    }

    public int markRead(UUID id, String username, Instant at) {
        return getEntityManager()
                .createNativeQuery("UPDATE message SET read_at = :at WHERE read_at IS NULL AND id = :id" + OWNED)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("username", username)
                .executeUpdate();
    }

    public int markAllRead(String username, Instant at) {
        return getEntityManager()
                .createNativeQuery("UPDATE message SET read_at = :at WHERE read_at IS NULL" + OWNED)
                .setParameter("at", at)
                .setParameter("username", username)
                .executeUpdate();
    }
}
