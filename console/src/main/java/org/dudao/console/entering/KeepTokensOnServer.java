package org.dudao.console.entering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The browser gets a random number and nothing else; the tokens it stands for stay here, in memory. A restart forgets
 * them, and the identity provider, which still knows the person, lets the next page through without a password.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class KeepTokensOnServer implements TokenStateManager {
    private static final String SESSION_COOKIE = "q_session";

    private final Cache<String, AuthorizationCodeTokens> sessions;
    private final SecureRandom random = new SecureRandom();

    KeepTokensOnServer(
            @ConfigProperty(name = "dudao.console.sessions.most") long most,
            @ConfigProperty(name = "dudao.console.sessions.idle") Duration idle,
            MeterRegistry metrics) {
        sessions =
                Caffeine.newBuilder().maximumSize(most).expireAfterAccess(idle).build();
        metrics.gauge("console_sessions", sessions, Cache::estimatedSize);
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext asked,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        String session = continued(asked, tokens);
        if (session == null) {
            session = newSession();
        }
        sessions.put(session, tokens);
        return Uni.createFrom().item(session);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext asked,
            OidcTenantConfig config,
            String session,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        AuthorizationCodeTokens tokens = sessions.getIfPresent(session);
        return tokens == null
                ? Uni.createFrom().failure(new AuthenticationFailedException("no such session"))
                : Uni.createFrom().item(tokens);
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext asked, OidcTenantConfig config, String session, OidcRequestContext<Void> request) {
        sessions.invalidate(session);
        return Uni.createFrom().voidItem();
    }

    /**
     * A refresh keeps its session's number, so that the other calls the page has under way are not thrown out. Only for
     * the same person: a number planted in somebody's browser must not become their session when they log in.
     */
    private @Nullable String continued(RoutingContext asked, AuthorizationCodeTokens tokens) {
        Cookie cookie = asked.request().getCookie(SESSION_COOKIE);
        if (cookie == null) {
            return null;
        }
        AuthorizationCodeTokens before = sessions.getIfPresent(cookie.getValue());
        if (before == null) {
            return null;
        }
        String subject = subject(before);
        return subject != null && subject.equals(subject(tokens)) ? cookie.getValue() : null;
    }

    private static @Nullable String subject(AuthorizationCodeTokens tokens) {
        String[] parts = tokens.getIdToken().split("\\.", 3);
        if (parts.length < 2) {
            return null;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub");
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return null;
        }
    }

    private String newSession() {
        byte[] number = new byte[32];
        random.nextBytes(number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number);
    }
}
