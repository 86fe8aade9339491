package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code dudao} behind its script: start, stop, status, logs, reset, demo. */
public final class Dudao {

    private static final List<String> USERS = List.of(
            "leader      周启明  局领导",
            "supervisor  林知远  督导室",
            "office      陈若溪  基础教育科（其他科室：o-party o-teachers o-planning …）",
            "inspector   何秋实  责任督学",
            "school      苏明月  云溪县实验小学",
            "admin       梁一舟  系统管理员");

    private final Stack stack;

    private Dudao(Stack stack) {
        this.stack = stack;
    }

    public static void main(String[] args) {
        Path project = Path.of(System.getProperty("dudao.project", "."));
        String directory = System.getenv("DUDAO_HOME_DIR");
        Path home = directory == null || directory.isBlank() ? project.resolve(".dudao") : Path.of(directory);
        try {
            Dudao dudao = new Dudao(Stack.at(project, home, port(home)).training());
            System.exit(dudao.run(args[0], Arrays.asList(args).subList(1, args.length)));
        } catch (Trouble e) {
            System.err.println("dudao: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("dudao: " + e.getCause() + "; give this user the right to read and write there");
            System.exit(1);
        }
    }

    private static int port(Path home) {
        String wanted = System.getenv("DUDAO_PORT");
        try {
            Path known = home.resolve("port");
            if (wanted == null || wanted.isBlank()) {
                wanted = Files.exists(known) ? Files.readString(known).strip() : "8080";
            }
            int port = Integer.parseInt(wanted);
            if (port < 1024 || port > 65_500) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException e) {
            throw new Trouble("DUDAO_PORT=" + wanted + " is not a port", "use a number from 1024 to 65500");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String command, List<String> words) {
        return switch (command) {
            case "start" -> start();
            case "stop" -> stop();
            case "status" -> status();
            case "logs" -> logs(words);
            case "reset" -> reset(words);
            case "demo" -> demo(words);
            default -> throw new Trouble("unknown command " + command, "./dudao help lists them");
        };
    }

    private int start() {
        if (allRun()) {
            System.out.println("dudao runs already.");
            tellWhere();
            return 0;
        }
        if (stack.isRunning()) {
            System.out.println("A part of the stack is down; starting anew.");
            stack.stop();
        }
        System.out.println("Starting the stack; Keycloak takes longest.");
        try {
            stack.start(new Progress(System.out::println));
        } catch (RuntimeException e) {
            stack.stop();
            throw e;
        }
        tellWhere();
        return 0;
    }

    private boolean allRun() {
        return stack.parts().stream().allMatch(p -> p.running().isPresent());
    }

    private void tellWhere() {
        System.out.println();
        System.out.println("  Console  " + stack.consoleUrl());
        System.out.println("  Log in with one of these names and the password " + stack.demoPassword());
        USERS.forEach(user -> System.out.println("    " + user));
        System.out.println("  Logs     " + stack.logs() + "   (./dudao logs SERVICE -f)");
        System.out.println("  Mail     smtp 127.0.0.1:" + stack.smtpPort() + ", imap 127.0.0.1:" + stack.imapPort()
                + " (login = address, any password)");
        System.out.println();
    }

    private int stop() {
        boolean running = stack.isRunning();
        if (running) {
            System.out.println(
                    stack.isTraining()
                            ? "Stopping; this first run also writes what makes the next start quick (up to a minute)."
                            : "Stopping.");
        }
        stack.stop();
        System.out.println(
                running ? "dudao is stopped; its data stay in " + stack.home() + "." : "dudao does not run.");
        return 0;
    }

    private int status() {
        System.out.printf("%-13s %8s %6s  %-9s %8s%n", "part", "pid", "port", "state", "memory");
        boolean all = true;
        long total = 0;
        for (Part part : stack.parts()) {
            Optional<ProcessHandle> process = part.running();
            String state = process.isEmpty() ? "down" : part.isReady() ? "ready" : "starting";
            all &= state.equals("ready");
            long memory = process.map(Dudao::memory).orElse(0L);
            total += memory;
            System.out.printf(
                    Locale.ROOT,
                    "%-13s %8s %6d  %-9s %5d MB%n",
                    part.name(),
                    process.map(p -> String.valueOf(p.pid())).orElse("-"),
                    part.port(),
                    state,
                    memory >> 10);
        }
        System.out.printf(Locale.ROOT, "%-13s %8s %6s  %-9s %5d MB%n", "all", "", "", "", total >> 10);
        return all ? 0 : 3;
    }

    /** Kilobytes that the process and its children hold; shared pages are counted once where the system tells. */
    private static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(p -> {
                    Path rollup = Path.of("/proc/" + p.pid() + "/smaps_rollup");
                    try (Stream<String> lines = Files.lines(rollup)) {
                        return lines.filter(l -> l.startsWith("Pss:"))
                                .mapToLong(Dudao::number)
                                .sum();
                    } catch (IOException | UncheckedIOException e) {
                        return resident(p.pid());
                    }
                })
                .sum();
    }

    private static long resident(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            return number(new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return 0;
        }
    }

    private static long number(String line) {
        String digits = line.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private int logs(List<String> words) {
        List<String> names = words.stream().filter(w -> !w.startsWith("-")).toList();
        List<Path> logs = new ArrayList<>();
        for (Part part : stack.parts()) {
            if ((names.isEmpty() || names.contains(part.name())) && Files.exists(part.log())) {
                logs.add(part.log());
            }
        }
        if (logs.isEmpty()) {
            throw new Trouble(
                    "no log of " + (names.isEmpty() ? "anything" : String.join(", ", names)),
                    "the parts are "
                            + String.join(
                                    ", ", stack.parts().stream().map(Part::name).toList()));
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", names.isEmpty() ? "10" : "200"));
        if (words.contains("-f")) {
            tail.add("-f");
        }
        logs.forEach(log -> tail.add(log.toString()));
        return inherit(tail, Path.of("."));
    }

    private int reset(List<String> words) {
        if (!Files.exists(stack.home())) {
            System.out.println("There are no data.");
            return 0;
        }
        if (!words.contains("--yes")) {
            java.io.Console console = System.console();
            String answer = console == null || !console.isTerminal()
                    ? ""
                    : console.readLine("This deletes all data in %s. Type yes to go on: ", stack.home());
            if (!"yes".equals(answer)) {
                System.out.println("Nothing was deleted (./dudao reset --yes does it without asking).");
                return 1;
            }
        }
        stack.stop();
        try {
            Directories.delete(stack.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("All data are deleted.");
        return 0;
    }

    private int demo(List<String> words) {
        if (!allRun()) {
            start();
        }
        stack.build()
                .bringUpToDate(
                        List.of("stories"), stack.logs().resolve("build.log"), new Progress(System.out::println));
        Path stories = stack.project().resolve("stories/target");
        List<String> command = new ArrayList<>(List.of(
                Child.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddudao.project=" + stack.project(),
                "-Ddudao.home=" + stack.home(),
                "-Ddudao.port=" + stack.portBase(),
                "-cp",
                stories.resolve("classes") + java.io.File.pathSeparator + stories.resolve("lib") + "/*",
                "org.dudao.stories.Demo"));
        command.addAll(words);
        return inherit(command, Path.of("."));
    }

    private static int inherit(List<String> command, Path directory) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Child.end(process.toHandle(), Duration.ofSeconds(5))));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
