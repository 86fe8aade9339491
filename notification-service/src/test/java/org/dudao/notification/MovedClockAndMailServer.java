package org.dudao.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dudao.local.Ports;

/** Where the service finds its clock's offset and its mail server; what is shared lies in the system properties. */
public final class MovedClockAndMailServer implements QuarkusTestResourceLifecycleManager {

    static final String CLOCK = "dudao.test.clock";
    static final String SMTP = "dudao.test.smtp";

    @Override
    public Map<String, String> start() {
        try {
            Path clock = Files.createTempFile("dudao-clock", ".offset");
            String port = String.valueOf(Ports.free());
            System.setProperty(CLOCK, clock.toString());
            System.setProperty(SMTP, port);
            return Map.of(
                    "dudao.clock.file", clock.toString(),
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", port,
                    "dudao.notification.patience", "1S",
                    "dudao.notification.email.rate-per-minute", "60000",
                    "dudao.notification.email.burst", "1000",
                    "dudao.notification.email.breaker-pause", "1S",
                    "dudao.notification.webhook.allowed-networks", SchoolSystem.HOST + "/32",
                    "dudao.notification.webhook.timeout", "3S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(Path.of(System.getProperty(CLOCK)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
