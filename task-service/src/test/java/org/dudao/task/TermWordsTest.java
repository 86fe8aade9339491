package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import org.dudao.task.Term.Season;
import org.dudao.task.TermWords.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermWordsTest {

    private static final List<Term> TERMS = List.of(
            new Term(2025, Season.AUTUMN, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 30)),
            new Term(2026, Season.SPRING, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 7, 3)),
            new Term(2026, Season.AUTUMN, LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 22)));

    @ParameterizedTest
    @CsvSource({
        "秋季开学前, 2026-08-31",
        "秋季学期开学前, 2026-08-31",
        "暑假期间, 2026-08-31",
        "春季开学前, 2026-03-01",
        "寒假结束前, 2026-03-01",
        "秋季开学, 2026-09-01",
        "春季学期末, 2026-07-03",
        "学年末, 2026-07-03",
        "暑假前, 2026-07-03",
        "秋季学期结束前, 2027-01-22",
        "寒假前, 2026-01-30",
        "秋季学期第1周, 2026-09-04",
        "秋季学期第八周前, 2026-10-23",
        "春季学期第十二周, 2026-05-22"
    })
    void words_of_the_school_year_become_the_last_day_that_they_allow(String words, LocalDate day) {
        assertEquals(
                day,
                assertInstanceOf(Answer.Day.class, TermWords.resolve(words, 2026, TERMS))
                        .day());
    }

    @Test
    void a_term_that_nobody_has_set_is_asked_for_instead_of_guessed() {
        assertEquals(new Answer.TermUnknown(2027, Season.AUTUMN), TermWords.resolve("秋季开学前", 2027, TERMS));
    }

    @ParameterizedTest
    @CsvSource({"年底前", "秋季学期第60周", "开学"})
    void what_hangs_on_no_term_is_not_understood(String words) {
        assertInstanceOf(Answer.NotUnderstood.class, TermWords.resolve(words, 2026, TERMS));
    }

    @Test
    void weeks_are_counted_from_the_monday_before_lessons_start() {
        // Tuesday 1 September 2026 to Friday 22 January 2027.
        assertEquals(21, TERMS.getLast().weeks());
    }
}
