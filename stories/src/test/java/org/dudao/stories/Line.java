package org.dudao.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.dudao.local.Progress;
import org.dudao.local.Stack;

/** The whole line as real processes, started once for all stories of a run, on data of its own. */
final class Line {

    private static Line running;

    final Path project;
    final Stack stack;
    final Bureau bureau;
    final YearClock clock;
    final Quiet quiet;
    final Ledger ledger;
    final Mailbox mailbox;
    private Demo.Outcome year;

    private Line(Path project, Path home, int port) {
        this.project = project;
        this.stack = Stack.at(project, home, port);
        stack.start(new Progress(System.out::println));
        this.bureau = new Bureau(port, stack.demoPassword());
        this.clock = new YearClock(home.resolve("clock"));
        this.quiet = new Quiet(port);
        this.ledger = new Ledger(stack);
        this.mailbox = new Mailbox(stack.imapPort());
    }

    static synchronized Line started() {
        if (running == null) {
            Path project = Path.of(System.getProperty("dudao.root", ".."))
                    .toAbsolutePath()
                    .normalize();
            Path home = project.resolve("stories/target/stack");
            int port = Integer.getInteger("dudao.story.port", 9180);
            Stack former = Stack.at(project, home, port);
            if (former.isRunning()) {
                former.stop();
            }
            delete(home);
            running = new Line(project, home, port);
            Runtime.getRuntime().addShutdownHook(new Thread(running.stack::stop));
        }
        return running;
    }

    /** The shipped plan's year, lived once and then there for every story that needs a bureau with a past. */
    synchronized Demo.Outcome aYearLater() throws IOException {
        if (year == null) {
            year = new Demo(bureau, clock, quiet, mailbox, System.out).run(Demo.shippedPlan(project));
        }
        return year;
    }

    private static void delete(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
