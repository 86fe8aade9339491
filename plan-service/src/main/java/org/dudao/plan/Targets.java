package org.dudao.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All targets. */
@ApplicationScoped
public class Targets implements PanacheRepositoryBase<Target, UUID> {

    /**
     * These with the wholes and parts of each, their rows locked in one order: what several consumers hear of one target
     * is summed up one after the other.
     */
    public List<Target> held(Collection<UUID> ids) {
        return find(
                        "id IN ?1 OR partOf IN ?1 OR id IN (SELECT p.partOf FROM Target p WHERE p.id IN ?1)"
                                + " OR partOf IN (SELECT p.partOf FROM Target p WHERE p.id IN ?1) ORDER BY id",
                        ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
