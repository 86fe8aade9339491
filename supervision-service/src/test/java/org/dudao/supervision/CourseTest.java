package org.dudao.supervision;

import static org.dudao.supervision.Ladders.POLICY;
import static org.dudao.supervision.Ladders.TIME;
import static org.dudao.supervision.Ladders.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.TaskFacts;
import org.dudao.supervision.LadderPolicy.Repeat;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final TaskFacts TASK = new TaskFacts(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            "完成校舍加固",
            Line.BUREAU,
            Line.SCHOOL,
            List.of(),
            LocalDate.of(2026, 6, 30));

    private static Course course(LadderPolicy ladder, Instant until, Integer signedAfter) {
        return Course.of(TASK, ladder, TIME, at(7, 1, 0), until, signedAfter);
    }

    private static List<Instant> moments(Course course) {
        return course.said().stream().map(Course.Said::at).toList();
    }

    /** The ladder of the tests, but its second rung is repeated and goes to the unit above later. */
    static LadderPolicy repeating() {
        List<LadderPolicy.Step> rungs = new ArrayList<>(POLICY.rungs());
        LadderPolicy.Step urging = rungs.get(1);
        rungs.set(1, new LadderPolicy.Step(2, Rung.URGING, 1, true, urging.audience(), List.of(), 2, new Repeat(1, 3)));
        rungs.set(2, new LadderPolicy.Step(3, Rung.WARNING, 6, true, urging.audience(), List.of(), null, null));
        return new LadderPolicy(
                2, POLICY.firesAt(), Instant.EPOCH, "test", "test", List.of(rungs.get(0), rungs.get(1), rungs.get(2)));
    }

    @Test
    void unsigned_it_ends_where_a_rung_waits() {
        Course course = course(POLICY, Instant.MAX, null);

        assertEquals(Rung.SUPERVISION, course.rung());
        assertEquals(Rung.BULLETIN, course.proposed());
        assertEquals(at(7, 13, 9), moments(course).getLast());
    }

    @Test
    void signed_at_once_it_reaches_the_top_on_the_ladders_own_days() {
        Course course = course(POLICY, Instant.MAX, 0);

        assertEquals(Rung.ACCOUNTABILITY, course.rung());
        assertNull(course.proposed());
        assertEquals(at(7, 29, 9), moments(course).getLast());
    }

    @Test
    void a_wait_for_the_signature_moves_what_follows() {
        Course course = course(POLICY, Instant.MAX, 2);

        List<Instant> signed = course.said().stream()
                .filter(s -> s.event() instanceof AlertEscalated e && e.signedBy() != null)
                .map(Course.Said::at)
                .toList();
        // Proposed on 13 July and signed on 15; the talk would be proposed on the 17 and is on the 21, and so on.
        assertEquals(List.of(at(7, 15, 9), at(7, 23, 9), at(8, 6, 9)), signed);
    }

    @Test
    void what_is_done_ends_it() {
        Course course = course(POLICY, at(7, 3, 17), 0);

        assertEquals(Rung.URGING, course.rung());
        assertEquals(List.of(at(7, 1, 0), at(7, 2, 9)), moments(course));
    }

    @Test
    void t7_t8_a_rung_is_told_again_with_a_limit_and_to_the_unit_above_after_its_own_delay() {
        Course course = course(repeating(), Instant.MAX, 0);

        assertEquals(
                List.of(at(7, 1, 0), at(7, 2, 9), at(7, 3, 9), at(7, 6, 9), at(7, 6, 9), at(7, 7, 9), at(7, 9, 9)),
                moments(course));
        List<AlertReminded> again = course.said().stream()
                .map(Course.Said::event)
                .filter(AlertReminded.class::isInstance)
                .map(AlertReminded.class::cast)
                .toList();
        assertEquals(4, again.size());
        assertEquals(
                List.of(List.of(Audience.SUPERIOR_UNIT)),
                again.stream()
                        .map(AlertReminded::audience)
                        .filter(a -> a.contains(Audience.SUPERIOR_UNIT))
                        .toList());
    }
}
