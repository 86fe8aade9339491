package org.dudao.console.entering;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.dudao.console.Paths;
import org.dudao.console.Problem;

/** A person without a session is led to the login; a script is told so, and never sent to a page it can't read. */
@Alternative
@Priority(1)
@ApplicationScoped
public class AskToLogIn implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism oidc;

    AskToLogIn(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext asked, IdentityProviderManager identities) {
        return oidc.authenticate(asked, identities);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext asked) {
        return Paths.isApi(asked)
                ? Uni.createFrom().item(new ChallengeData(Problem.LOGIN_REQUIRED.status()))
                : oidc.getChallenge(asked);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext asked) {
        if (!Paths.isApi(asked)) {
            return HttpAuthenticationMechanism.super.sendChallenge(asked);
        }
        Problem.LOGIN_REQUIRED.answer(asked);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext asked) {
        return oidc.getCredentialTransport(asked);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
