package org.dudao.notification;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Webhooks, within the scope that every query states. */
@ApplicationScoped
public class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

    /** By unit, those after the given place in that order. */
    public List<Webhook> within(String path, @Nullable String afterPath, @Nullable UUID afterId, int limit) {
        String order = " order by unitPath, id";
        return (afterPath == null || afterId == null
                        ? find("unitPath like ?1" + order, path + "%")
                        : find(
                                "unitPath like ?1 and (unitPath > ?2 or (unitPath = ?2 and id > ?3))" + order,
                                path + "%",
                                afterPath,
                                afterId))
                .page(Page.ofSize(limit))
                .list();
    }

    public long countWithin(String path) {
        return count("unitPath like ?1", path + "%");
    }

    public long countOf(String unitId) {
        return count("unitId", unitId);
    }

    /** @throws Problem 404 outside the path */
    public Webhook required(UUID id, String path) {
        return one(id, path, LockModeType.NONE);
    }

    /** @throws Problem 404 outside the path */
    public Webhook locked(UUID id, String path) {
        return one(id, path, LockModeType.PESSIMISTIC_WRITE);
    }

    private Webhook one(UUID id, String path, LockModeType lock) {
        Optional<Webhook> found = find("id = ?1 and unitPath like ?2", id, path + "%")
                .withLock(lock)
                .firstResultOptional();
        return found.orElseThrow(() -> Problem.notFound("接口推送", id));
    }

    /** What the units are called, by id. */
    @SuppressWarnings("unchecked")
    public Map<String, String> unitNames(List<Webhook> of) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("SELECT id, name FROM unit WHERE id = ANY(CAST(:units AS text[]))")
                .setParameter("units", of.stream().map(Webhook::unitId).toArray(String[]::new))
                .getResultList();
        return rows.stream().collect(toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** A unit that moved takes its webhooks along. */
    public void follow(List<UnitChanged> units) {
        getEntityManager()
                .createNativeQuery("""
                        UPDATE webhook w SET unit_path = u.path FROM unit u
                         WHERE u.id = w.unit_id AND u.path <> w.unit_path AND w.unit_id = ANY(CAST(:units AS text[]))
                        """)
                .setParameter("units", units.stream().map(UnitChanged::unitId).toArray(String[]::new))
                .executeUpdate();
    }
}
