package org.dudao.startup;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import org.dudao.contracts.UnitRef;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is calling: name, roles, unit, and so the scope of what may be seen, which every query states as a predicate. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final KnownUnits units;
    private final RoutingContext request;
    private @Nullable UnitRef unit;

    Caller(SecurityIdentity identity, KnownUnits units, RoutingContext request) {
        this.identity = identity;
        this.units = units;
        this.request = request;
    }

    /** Login name, or the client's for a machine. */
    public String username() {
        return identity.getPrincipal().getName();
    }

    /** Name as people write it. Personal data. */
    public String name() {
        return claim("name") instanceof String name && !name.isBlank() ? name : username();
    }

    public boolean is(String... anyOf) {
        return Arrays.stream(anyOf).anyMatch(identity::hasRole);
    }

    /** The caller's unit. @throws Problem 403 when the token names none, or one that is not known here yet */
    public UnitRef unit() {
        UnitRef known = unit;
        if (known == null) {
            String id = claim("unit_id") instanceof String s ? s : "";
            known = units.find(id)
                    .orElseThrow(() -> Problem.forbidden(
                            "您的账号没有关联到已知单位（" + id + "），请联系管理员。",
                            "Your account belongs to no known unit (" + id + "); ask the administrator."));
            unit = known;
        }
        return known;
    }

    public String unitId() {
        return unit().id();
    }

    /** Prefix of every path the caller may see. */
    public String unitPath() {
        return unit().path();
    }

    /** The bureau the caller belongs to. */
    public UnitRef bureau() {
        return units.bureauOf(unit())
                .orElseThrow(() -> Problem.forbidden("您的单位不属于任何教育局。", "Your unit belongs to no bureau."));
    }

    public boolean sees(String path) {
        return path.startsWith(unitPath());
    }

    /** @throws Problem 404, as for a thing that does not exist */
    public void requireWithin(String path, String what, Object id) {
        if (!sees(path)) {
            throw Problem.notFound(what, id);
        }
    }

    /** Network address of the request. Personal data. */
    public @Nullable String source() {
        return request.request().remoteAddress() == null
                ? null
                : request.request().remoteAddress().hostAddress();
    }

    private @Nullable Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }
}
