package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The console in a real browser against the real stack; the script is the console's own. */
class ConsoleStory {

    private final Line line = Line.started();

    @Test
    void people_log_in_and_walk_every_page_in_both_languages() throws IOException, InterruptedException {
        line.aYearLater();
        Path webui = line.project.resolve("console/src/main/webui");
        ProcessBuilder node = new ProcessBuilder(List.of("node", "e2e/walk.mjs"))
                .directory(webui.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = node.environment();
        environment.put("BASE_URL", line.stack.consoleUrl());
        environment.put("DEMO_PASSWORD", line.stack.demoPassword());
        environment.put(
                "SCREENS", line.project.resolve("stories/target/screenshots").toString());
        Process run = node.start();
        Thread.ofVirtual().start(() -> run.inputReader().lines().forEach(System.out::println));
        if (!run.waitFor(15, TimeUnit.MINUTES)) {
            run.destroyForcibly();
        }
        assertEquals(0, run.waitFor(), "the browser's walk failed, see above");
    }
}
