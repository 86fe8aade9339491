package org.dudao.console.entering;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.console.Problem;

/** {@code GET /api/console/v1/me}: what the pages may know of the person before them. */
@ApplicationScoped
public class WhoAmI {
    private static final Set<String> ROLES =
            Set.of("admin", "leader", "supervisor", "office", "inspector", "school", "school-system");

    void routes(@Observes Router router) {
        router.get("/api/console/v1/me").handler(this::answer);
        // Behind every route that knows its address: what is left is nobody's.
        router.route("/api/*").order(5_000).handler(Problem.NOT_FOUND::answer);
    }

    private void answer(RoutingContext asked) {
        if (!(asked.user() instanceof QuarkusHttpUser user)) {
            Problem.LOGIN_REQUIRED.answer(asked);
            return;
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        JsonObject claims = claims(identity);
        TreeSet<String> roles = new TreeSet<>(identity.getRoles());
        roles.retainAll(ROLES);
        String username =
                claims.getString("preferred_username", identity.getPrincipal().getName());
        asked.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject()
                        .put("username", username)
                        .put("name", claims.getString("name", username))
                        .put("roles", new JsonArray(roles.stream().toList()))
                        .put("unitId", claims.getString("unit_id"))
                        .put("locale", claims.getString("locale"))
                        .toBuffer());
    }

    /** The token was verified when the session was opened; here it is only read. */
    private static JsonObject claims(SecurityIdentity identity) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        String[] parts = token == null ? new String[0] : token.getToken().split("\\.", 3);
        return parts.length < 3
                ? new JsonObject()
                : new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
