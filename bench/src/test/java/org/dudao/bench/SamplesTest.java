package org.dudao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private static Samples of(double... values) {
        Samples samples = new Samples();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }

    @Test
    void the_median_is_the_one_in_the_middle_whatever_the_order() {
        assertEquals(2, of(900, 1, 2).median());
        assertEquals(7, of(7).median());
    }

    @Test
    void of_an_even_number_it_is_the_mean_of_the_two_in_the_middle() {
        assertEquals(2.5, of(3, 1, 900, 2).median());
    }

    @Test
    void the_spread_is_told_as_a_part_of_the_median() {
        assertEquals(0.5, of(10, 12, 8, 13, 10).spread(), 1e-9);
        assertEquals(0, of(4, 4).spread());
    }

    @Test
    void nothing_measured_has_no_median() {
        assertThrows(IllegalStateException.class, () -> of().median());
    }
}
