package org.dudao.notification.composing;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;
import org.jspecify.annotations.Nullable;

/** What is to be told of one event, and to whom. */
record Notice(
        UUID eventId,
        Instant happenedAt,
        MessageKind kind,
        UUID subjectId,
        @Nullable Rung rung,
        Addressees to,
        String link,
        Map<String, String> facts) {

    /** @param more the facts of this kind beside title, unit and due day */
    static Notice of(Heard<? extends TaskEvent> heard, MessageKind kind, Addressees to, Map<String, String> more) {
        TaskFacts task = heard.event().task();
        Facts facts =
                new Facts(task.title(), task.leadUnit().name(), task.dueOn().toString());
        return new Notice(
                heard.id(), heard.time(), kind, task.taskId(), null, to, "/tasks/" + task.taskId(), facts.with(more));
    }

    /** @param more the facts of this kind beside title, unit and due day */
    static Notice of(
            Heard<? extends SupervisionEvent> heard,
            MessageKind kind,
            @Nullable Rung rung,
            Addressees to,
            Map<String, String> more) {
        AlertFacts alert = heard.event().alert();
        Facts facts =
                new Facts(alert.title(), alert.unit().name(), alert.dueOn().toString());
        return new Notice(
                heard.id(),
                heard.time(),
                kind,
                alert.alertId(),
                rung,
                to,
                "/alerts/" + alert.alertId(),
                facts.with(more));
    }

    /** Leads to the unit's open tasks. */
    static Notice of(Heard<RemindersMoved> heard) {
        RemindersMoved moved = heard.event();
        return new Notice(
                heard.id(),
                heard.time(),
                MessageKind.REMINDERS_MOVED,
                moved.changeId(),
                null,
                Addressees.unit(moved.unit()),
                "/tasks?state=open&unitId=" + moved.unit().id(),
                Map.of(
                        "unit", moved.unit().name(),
                        "count", String.valueOf(moved.tasks()),
                        "reason", moved.reason(),
                        "titles",
                                moved.titles().stream().map(t -> "“" + t + "”").collect(joining("、"))));
    }

    private record Facts(String title, String unit, String dueOn) {
        Map<String, String> with(Map<String, String> more) {
            Map<String, String> all = new TreeMap<>(more);
            all.put("title", title);
            all.put("unit", unit);
            all.put("dueOn", dueOn);
            return all;
        }
    }
}
