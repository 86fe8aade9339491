package org.dudao.local.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * An OpenID provider as small as a resource server can be content with: discovery and keys. It stands in for Keycloak in
 * the tests of one service; the stories log in at the real one.
 */
final class Issuer {

    private static final String KEY = "dudao.test.issuer.key";
    private static final String URL = "dudao.test.issuer.url";

    private Issuer() {}

    /** Starts it once per JVM; Quarkus loads this class more than once, so what is shared lies in the system properties. */
    static String url() {
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(URL);
            return known != null ? known : start();
        }
    }

    static RsaJsonWebKey key() {
        url();
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(KEY));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setAlgorithm("RS256");
            key.setUse("sig");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("issuer-", 0).factory()));
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/dudao";
            String discovery = """
                    {"issuer":"%1$s","jwks_uri":"%1$s/certs","token_endpoint":"%1$s/token",
                     "authorization_endpoint":"%1$s/auth","response_types_supported":["code"],
                     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                    """.formatted(url);
            String keys = "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
            server.createContext("/realms/dudao/.well-known/openid-configuration", x -> answer(x, discovery));
            server.createContext("/realms/dudao/certs", x -> answer(x, keys));
            // Started from a daemon thread, so that its dispatcher is one too and the JVM can end.
            Thread.ofPlatform().daemon().start(server::start).join();
            System.setProperty(KEY, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(URL, url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
