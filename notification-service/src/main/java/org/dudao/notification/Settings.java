package org.dudao.notification;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.startup.Language;

/** What an installation may decide; the defaults stand in application.properties, each with its reason. */
@ConfigMapping(prefix = "dudao.notification")
public interface Settings {

    URI consoleUrl();

    Rung urgentFrom();

    Duration patience();

    Quiet quiet();

    Email email();

    Webhook webhook();

    Map<Language, Labels> labels();

    /** The hours in which only what is urgent goes out. */
    interface Quiet {
        LocalTime from();

        LocalTime to();

        boolean daysOff();
    }

    /** How the e-mail channel works. */
    interface Email {
        Duration window();

        int ratePerMinute();

        int burst();

        int attempts();

        Duration firstRetry();

        Duration longestRetry();

        Duration lease();

        int breakerFailures();

        Duration breakerPause();

        int digestLines();
    }

    /** How schools' systems are called. */
    interface Webhook {
        Optional<List<String>> allowedNetworks();

        int mostPerUnit();

        int atOnce();

        int atOncePerTarget();

        Duration timeout();

        Duration lease();

        int attempts();

        Duration firstRetry();

        Duration longestRetry();

        int breakerFailures();

        Duration disableAfter();

        Duration formerSecret();

        Duration keep();
    }

    /** What an installation calls the rungs and the ends of an alert. */
    interface Labels {
        Map<Rung, String> rungs();

        Map<ResolvedBecause, String> because();
    }
}
