package org.dudao.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the machine must offer; what it lacks is said in one line with the cure. */
final class Machine {

    private static final long GIB = 1L << 30;

    private Machine() {}

    static void check(Path home, Map<String, Integer> ports) {
        ports.forEach((part, port) -> {
            if (Ports.answers(port)) {
                throw new Trouble(
                        "port " + port + " (" + part + ") is taken by another program",
                        "choose another block of eleven ports, for example DUDAO_PORT=" + (port + 1000) / 100 * 100);
            }
        });
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // Machines that are sold with 4 GB show a little less.
        if (system.getTotalMemorySize() < 4 * GIB * 9 / 10) {
            throw new Trouble(
                    "this machine has " + tenths(system.getTotalMemorySize()) + " GiB of memory, the stack needs 4",
                    "give the machine or the container more memory");
        }
        try {
            Files.createDirectories(home);
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < 3 * GIB) {
                throw new Trouble(
                        tenths(free) + " GiB are free at " + home + ", the stack needs 3",
                        "free some space, or set DUDAO_HOME_DIR to a directory on another disk");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double tenths(long bytes) {
        return Math.round(bytes * 10.0 / GIB) / 10.0;
    }
}
