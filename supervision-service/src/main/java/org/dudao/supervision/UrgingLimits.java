package org.dudao.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often people may urge by hand, so that being urged keeps its weight (T12). */
@ConfigMapping(prefix = "dudao.urging")
public interface UrgingLimits {

    /** Between two urgings of the same alert, whoever urges. */
    @WithDefault("PT4H")
    Duration interval();

    /** Urgings of one person on one day of the bureau. */
    @WithDefault("20")
    int perDay();
}
