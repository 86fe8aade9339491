package org.dudao.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a figure was measured on. */
final class Machine {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Machine() {}

    static String hardware() {
        return "%s, %d cores, %.0f GiB memory"
                .formatted(
                        processor(), SYSTEM.getAvailableProcessors(), SYSTEM.getTotalMemorySize() / (double) (1 << 30));
    }

    static String software() {
        return "%s %s %s, Java %s"
                .formatted(
                        SYSTEM.getName(),
                        SYSTEM.getVersion().replaceFirst("[^0-9.].*", ""),
                        SYSTEM.getArch(),
                        Runtime.version());
    }

    /** Of a disk in memory fsync costs nothing, and the figures mean nothing. */
    static String disk(Path directory) throws IOException {
        String type = Files.getFileStore(directory).type();
        return type.equals("tmpfs") ? type + " (in memory: fsync is free here, choose another --dir)" : type;
    }

    /** Average of the last minute; a quiet machine is near 0 before a run. */
    static String load() {
        return String.format(Locale.ROOT, "%.2f", SYSTEM.getSystemLoadAverage());
    }

    /** Highest resident memory of a process so far, in MiB; 0 where the system does not tell. */
    static long peakMemory(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(SYSTEM.getArch());
        } catch (IOException e) {
            return SYSTEM.getArch();
        }
    }
}
