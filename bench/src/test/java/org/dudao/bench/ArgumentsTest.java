package org.dudao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.dudao.bench.DeadlinesBench.Settings;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void what_is_not_said_is_the_size_of_the_promise() {
        Settings settings = Settings.of(Arguments.parse("deadlines"));
        assertEquals(100_000, settings.due());
        assertEquals(1_000_000, settings.future());
        assertEquals(3, settings.rounds());
    }

    @Test
    void options_are_read_in_any_order() {
        Settings settings = Settings.of(Arguments.parse(
                "deadlines --rounds 5 --future 5_000_000 --due 20000 --huge 0 --dir x --peer-due 30000 --run 1"
                        .split(" ")));
        assertEquals(new Settings(20_000, 5_000_000, 0, 20_000, 2_000, 5, 1, Path.of("x")), settings);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refused();
        refused("--due", "5");
        refused("deadlines", "5");
        refused("deadlines", "--due");
        refused("deadlines", "--due", "many");
        refused("deadlines", "--due", "0");
        refused("deadlines", "--rounds", "-1");
        refused("deadlines", "--duu", "5");
        refused("deadlines", "--due", "5", "--due", "6");
    }

    private static void refused(String... args) {
        assertThrows(Arguments.Refused.class, () -> Settings.of(Arguments.parse(args)), String.join(" ", args));
    }
}
