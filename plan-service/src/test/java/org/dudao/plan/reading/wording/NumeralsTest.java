package org.dudao.plan.reading.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({"三, 3", "十, 10", "十二, 12", "三十一, 31", "两百, 200", "一百零五, 105", "五千, 5000", "二〇二六, 2026", "17, 17"})
    void numerals_are_understood(String written, int value) {
        assertEquals(value, Numerals.parse(written).orElseThrow());
    }

    @Test
    void counting_and_reading_agree() {
        for (int n = 1; n < 200; n++) {
            assertEquals(n, Numerals.parse(Numerals.chinese(n)).orElseThrow());
        }
    }
}
