package org.dudao.notification.composing;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskFacts;
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
        Map<String, String> facts) {

    /** @param more the facts of this kind beside title, unit and due day */
    static Notice of(Heard<? extends TaskEvent> heard, MessageKind kind, Addressees to, Map<String, String> more) {
        TaskFacts task = heard.event().task();
        Facts facts =
                new Facts(task.title(), task.leadUnit().name(), task.dueOn().toString());
        return new Notice(heard.id(), heard.time(), kind, task.taskId(), null, to, facts.with(more));
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
        return new Notice(heard.id(), heard.time(), kind, alert.alertId(), rung, to, facts.with(more));
    }

    String link() {
        return "/" + kind.subjectType() + "s/" + subjectId;
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
