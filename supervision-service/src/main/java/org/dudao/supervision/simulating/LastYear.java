package org.dudao.supervision.simulating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.contracts.TaskFacts;

/**
 * How late each unit was last year, in working days, one value a task: 0 on time, {@link #NEVER} not done at all.
 *
 * @param byUnit ascending; a unit without a past is taken for an average one of the bureau
 */
record LastYear(Map<String, int[]> byUnit) {

    static final int NEVER = Integer.MAX_VALUE;

    int tasks() {
        return byUnit.values().stream().mapToInt(l -> l.length).sum();
    }

    int late() {
        return (int) byUnit.values().stream()
                .flatMapToInt(Arrays::stream)
                .filter(days -> days > 0)
                .count();
    }

    /**
     * How late each of these tasks would be if each unit were as late as it was: its tasks are spread over its past
     * evenly, in an order that has nothing to do with their dates. The same tasks always get the same answer.
     */
    Map<UUID, Integer> lateness(List<TaskFacts> tasks) {
        int[] average =
                byUnit.values().stream().flatMapToInt(Arrays::stream).sorted().toArray();
        Map<UUID, Integer> lateness = new HashMap<>();
        Map<String, List<TaskFacts>> ofUnit =
                tasks.stream().collect(Collectors.groupingBy(t -> t.leadUnit().id()));
        ofUnit.forEach((unit, its) -> {
            int[] past = byUnit.getOrDefault(unit, average);
            List<TaskFacts> shuffled = new ArrayList<>(its);
            Collections.sort(shuffled, Comparator.comparing(t -> mixed(t.taskId())));
            for (int i = 0; i < shuffled.size(); i++) {
                int at = (int) ((i + 0.5) * past.length / shuffled.size());
                lateness.put(shuffled.get(i).taskId(), past[at]);
            }
        });
        return lateness;
    }

    /** Ids made together begin alike and are in order of time; multiplied, their order is gone. */
    private static long mixed(UUID id) {
        return (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
    }
}
