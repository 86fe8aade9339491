package org.dudao.local.testing;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Access tokens as Keycloak's realm {@code dudao} makes them, signed by the tests' own issuer. */
public final class Tokens {

    private Tokens() {}

    /** Who signs them: for {@code quarkus.oidc.auth-server-url}. */
    public static String issuer() {
        return Issuer.url();
    }

    /** A bearer token, good for an hour; send it as {@code Authorization: Bearer …}. */
    public static String of(String username, String unitId, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Issuer.url());
        claims.setSubject("user-" + username);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setGeneratedJwtId();
        claims.setClaim("typ", "Bearer");
        claims.setClaim("preferred_username", username);
        claims.setClaim("name", username);
        claims.setClaim("unit_id", unitId);
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        RsaJsonWebKey key = Issuer.key();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
