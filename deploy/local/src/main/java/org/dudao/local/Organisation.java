package org.dudao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The invented county: its units and people, loaded through the API once per stack. */
final class Organisation {

    private final Stack stack;
    private final Path file;

    Organisation(Stack stack, Path file) {
        this.stack = stack;
        this.file = file;
    }

    void loadOnce(Path home, Progress progress) {
        Path mark = home.resolve("organisation.loaded");
        if (Files.exists(mark)) {
            return;
        }
        long begin = System.nanoTime();
        String token = stack.token("admin");
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode organisation = json.readTree(file.toFile());
            for (String what : new String[] {"units", "people"}) {
                Http.Answer answer = Http.put(
                        stack.url("task") + "/api/task/v1/" + what,
                        token,
                        json.writeValueAsString(Map.of(what, organisation.path(what))));
                if (answer.status() >= 300) {
                    throw new Trouble(
                            "the demo organisation's " + what + " were refused: " + answer.status() + " "
                                    + answer.body(),
                            "./dudao logs task");
                }
            }
            Files.writeString(mark, "");
            progress.done(
                    "demo organisation: " + organisation.path("units").size() + " units, "
                            + organisation.path("people").size() + " people",
                    begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
