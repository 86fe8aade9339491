package org.dudao.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All targets. */
@ApplicationScoped
public class Targets implements PanacheRepositoryBase<Target, UUID> {

    public Map<UUID, Target> byId(Collection<UUID> ids) {
        return list("id IN ?1", ids).stream().collect(Collectors.toMap(Target::id, Function.identity()));
    }
}
