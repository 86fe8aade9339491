package org.dudao.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.PlanState.Phase;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;

/** All plans. Every query states whose eyes it is for. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {

    /** A plan is for everybody in its bureau and above it; its draft only for those who may import. */
    private static final String SEEN = "(:path LIKE p.bureau_path || '%' OR p.bureau_path LIKE :path || '%')"
            + " AND (p.phase <> 'DRAFT' OR :drafts)";

    /** How much there is in a plan and what was decided about it. */
    public record Counts(int chapters, int measures, int targets, int accepted, int rejected, int unreviewed) {}

    /** The whole plan, its row locked until the end of the transaction: who changes a plan waits for who does. */
    public Plan held(UUID id, PlanScope scope) {
        return whole(
                Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                        .filter(scope::sees),
                id);
    }

    /** Without their chapters. */
    public Map<UUID, Plan> byId(Collection<UUID> ids) {
        return list("id IN ?1", ids).stream().collect(Collectors.toMap(Plan::id, Function.identity()));
    }

    /** The whole plan. @throws Problem 404 when there is none in scope */
    public Plan seen(UUID id, PlanScope scope) {
        return whole(findByIdOptional(id).filter(scope::sees), id);
    }

    /** Three queries, whatever the plan's size: Hibernate puts the tree together. */
    private Plan whole(Optional<Plan> found, UUID id) {
        Plan plan = found.orElseThrow(() -> Problem.notFound("工作要点", id));
        getEntityManager()
                .createQuery("SELECT p FROM Plan p LEFT JOIN FETCH p.chapters WHERE p = :plan", Plan.class)
                .setParameter("plan", plan)
                .getResultList();
        getEntityManager()
                .createQuery("SELECT c FROM Chapter c LEFT JOIN FETCH c.measures WHERE c.plan = :plan", Chapter.class)
                .setParameter("plan", plan)
                .getResultList();
        getEntityManager()
                .createQuery("SELECT m FROM Measure m LEFT JOIN FETCH m.targets WHERE m.planId = :plan", Measure.class)
                .setParameter("plan", plan.id())
                .getResultList();
        return plan;
    }

    /** The plan that the same file has become already, unless that was withdrawn. The question serialises its askers. */
    public Optional<Plan> ofSameDocument(UnitRef bureau, String sha256) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked")
                .setParameter("key", bureau.id() + " " + sha256)
                .getSingleResult();
        return find("bureauId = ?1 AND documentSha256 = ?2 AND phase <> ?3", bureau.id(), sha256, Phase.WITHDRAWN)
                .firstResultOptional();
    }

    /** Newest first; page 1,000 is as quick as page 1. */
    public Page<Plan> page(PlanFilter filter, PlanScope scope, int limit, Optional<Cursor> after) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("path", scope.path());
        parameters.put("drafts", scope.drafts());
        String where = SEEN + filter.where(parameters);
        Query counting = getEntityManager().createNativeQuery("SELECT count(*) FROM plan p WHERE " + where, Long.class);
        parameters.forEach(counting::setParameter);
        long total = (Long) counting.getSingleResult();
        if (after.isPresent()) {
            where += " AND (p.imported_at, p.id) < (CAST(:afterAt AS timestamptz), CAST(:afterId AS uuid))";
            parameters.put("afterAt", after.get().part(0));
            parameters.put("afterId", after.get().part(1));
        }
        Query select = getEntityManager()
                .createNativeQuery(
                        "SELECT p.* FROM plan p WHERE " + where + " ORDER BY p.imported_at DESC, p.id DESC LIMIT "
                                + (limit + 1),
                        Plan.class);
        parameters.forEach(select::setParameter);
        @SuppressWarnings("unchecked")
        List<Plan> rows = select.getResultList();
        return Page.of(rows, limit, total, p -> Cursor.of(p.importedAt(), p.id()));
    }

    public Map<UUID, Counts> counts(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        SELECT p.id,
                               (SELECT count(*) FROM chapter c WHERE c.plan_id = p.id),
                               (SELECT count(*) FROM measure m WHERE m.plan_id = p.id),
                               count(t.id),
                               count(t.id) FILTER (WHERE t.review = 'ACCEPTED'),
                               count(t.id) FILTER (WHERE t.review = 'REJECTED'),
                               count(t.id) FILTER (WHERE t.review = 'PROPOSED')
                          FROM plan p LEFT JOIN target t ON t.plan_id = p.id AND t.review <> 'REPLACED'
                         WHERE p.id IN (:ids) GROUP BY p.id
                        """)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        r -> (UUID) r[0],
                        r -> new Counts(
                                number(r[1]), number(r[2]), number(r[3]), number(r[4]), number(r[5]), number(r[6]))));
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    public void add(Measure measure) {
        getEntityManager().persist(measure);
    }

    /** It was joined to another; its targets went there before. */
    public void remove(Measure measure) {
        getEntityManager().flush();
        getEntityManager().remove(measure);
    }

    /** A draft leaves nothing behind but its audit. */
    public void discard(Plan draft) {
        getEntityManager().flush();
        getEntityManager().clear();
        delete("id", draft.id());
    }

    public void keep(Plan plan, SourceDocument document) {
        persist(plan);
        flush();
        getEntityManager().persist(document);
    }

    /** @throws Problem 404 when the plan is not in scope */
    public SourceDocument document(UUID planId, PlanScope scope) {
        return findByIdOptional(planId)
                .filter(scope::sees)
                .map(plan -> getEntityManager().find(SourceDocument.class, planId))
                .orElseThrow(() -> Problem.notFound("工作要点", planId));
    }

    /** Without the bytes. */
    public SourceDocument.Facts documentFacts(UUID planId) {
        return getEntityManager()
                .createQuery(
                        "SELECT new org.dudao.plan.SourceDocument$Facts(d.planId, d.name, d.mediaType, d.size, d.sha256,"
                                + " d.warnings) FROM SourceDocument d WHERE d.planId = :id",
                        SourceDocument.Facts.class)
                .setParameter("id", planId)
                .getSingleResult();
    }
}
