package org.dudao.supervision;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import org.dudao.contracts.Rung;

/** What a bureau calls its rungs. */
@ConfigMapping(prefix = "dudao.labels")
public interface Labels {

    Map<String, String> zh();

    Map<String, String> en();

    default String of(Rung rung, boolean chinese) {
        return (chinese ? zh() : en()).getOrDefault(rung.name(), rung.name());
    }
}
