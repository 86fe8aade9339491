package org.dudao.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same thing measured in several rounds. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    double median() {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value that this part of all lies below: 0.99 for the 99th percentile, 1 for the largest. */
    double at(double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    /** The system's clock, which the database on the same machine shares, in nanoseconds since the epoch. */
    static long nanosNow() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    /** How far the rounds lie apart: 0.1 when the largest is 10 % of the median above the smallest. */
    double spread() {
        return (Collections.max(values) - Collections.min(values)) / median();
    }
}
