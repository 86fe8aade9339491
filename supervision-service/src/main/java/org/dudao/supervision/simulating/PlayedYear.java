package org.dudao.supervision.simulating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskFacts;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.Course;
import org.dudao.supervision.LadderPolicy;
import org.dudao.supervision.simulating.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/** A year played ahead under one ladder: every message with its reader and its moment, and how far each task came. */
record PlayedYear(LadderPolicy ladder, List<Message> messages, List<Stand> stands) {

    /** A unit that settles a task does so by the end of a working day. */
    private static final LocalTime DAYS_END = LocalTime.of(17, 0);

    /** What a message says. */
    enum Word {
        RAISED,
        ESCALATED,
        PROPOSED,
        REPEATED,
        SUPERIOR
    }

    record Message(Instant at, Recipient to, Word word, Rung rung, TaskFacts task) {}

    /**
     * How far a late task came.
     *
     * @param reached when each rung was reached
     * @param proposed the rung that waits for a signature at the end
     * @param settledAt when it was done; null: never
     */
    record Stand(
            TaskFacts task,
            Map<Rung, Instant> reached,
            Rung rung,
            @Nullable Rung proposed,
            @Nullable Instant settledAt) {}

    /** @param lateness working days after which each task is done; null: nothing is ever reported */
    static PlayedYear play(
            List<TaskFacts> tasks,
            LadderPolicy ladder,
            BureauTime time,
            Recipients recipients,
            @Nullable Map<UUID, Integer> lateness,
            @Nullable Integer signedAfter) {
        List<Message> messages = new ArrayList<>();
        List<Stand> stands = new ArrayList<>();
        for (TaskFacts task : tasks) {
            int late = lateness == null ? LastYear.NEVER : lateness.getOrDefault(task.taskId(), LastYear.NEVER);
            if (late == 0) {
                continue;
            }
            LocalDate first = task.dueOn().plusDays(1);
            Instant raisedAt = first.atStartOfDay(time.zone()).toInstant();
            Instant settledAt = late == LastYear.NEVER ? null : time.rungAt(first, late - 1, DAYS_END);
            Course course =
                    Course.of(task, ladder, time, raisedAt, settledAt == null ? Instant.MAX : settledAt, signedAfter);
            Map<Rung, Instant> reached = new EnumMap<>(Rung.class);
            for (Course.Said said : course.said()) {
                tell(said, task, recipients, messages, reached);
            }
            stands.add(new Stand(task, reached, course.rung(), course.proposed(), settledAt));
        }
        messages.sort(Comparator.comparing(Message::at));
        return new PlayedYear(ladder, messages, stands);
    }

    private static void tell(
            Course.Said said,
            TaskFacts task,
            Recipients recipients,
            List<Message> messages,
            Map<Rung, Instant> reached) {
        switch (said.event()) {
            case AlertRaised e -> {
                reached.put(e.rung(), said.at());
                add(said.at(), Word.RAISED, e.rung(), e.alert(), e.audience(), task, recipients, messages);
            }
            case AlertEscalated e -> {
                reached.put(e.rung(), said.at());
                add(said.at(), Word.ESCALATED, e.rung(), e.alert(), e.audience(), task, recipients, messages);
            }
            case RungProposed e ->
                add(said.at(), Word.PROPOSED, e.rung(), e.alert(), e.audience(), task, recipients, messages);
            case AlertReminded e ->
                add(said.at(), word(e), e.rung(), e.alert(), e.audience(), task, recipients, messages);
            case SupervisionEvent other -> throw new IllegalStateException("the clock says no " + other);
        }
    }

    private static Word word(AlertReminded e) {
        return switch (e.because()) {
            case SUPERIOR_DUE -> Word.SUPERIOR;
            case REPEATED, URGED -> Word.REPEATED;
        };
    }

    private static void add(
            Instant at,
            Word word,
            Rung rung,
            AlertFacts alert,
            List<Audience> audience,
            TaskFacts task,
            Recipients recipients,
            List<Message> messages) {
        for (Recipient to : recipients.of(alert, audience)) {
            messages.add(new Message(at, to, word, rung, task));
        }
    }
}
