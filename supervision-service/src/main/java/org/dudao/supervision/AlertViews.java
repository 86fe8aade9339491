package org.dudao.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.dudao.startup.Problem;
import org.dudao.supervision.AlertState.Closed;
import org.dudao.supervision.AlertState.Open;
import org.dudao.supervision.AlertState.Resolved;
import org.jspecify.annotations.Nullable;

/** Alerts as a person sees them: what is, what may be done, and what was. */
@ApplicationScoped
public class AlertViews {

    private static final Map<ResolvedBecause, List<String>> RESOLVED = Map.of(
            ResolvedBecause.TASK_COMPLETED, List.of("任务已办结", "the task was completed"),
            ResolvedBecause.DEADLINE_EXTENDED, List.of("期限已调整", "the deadline was extended"),
            ResolvedBecause.TASK_CANCELLED, List.of("任务已取消", "the task was cancelled"),
            ResolvedBecause.TASK_REASSIGNED, List.of("任务已改由其他单位负责", "the task went to another unit"),
            ResolvedBecause.TASK_SUSPENDED, List.of("任务已挂起", "the task was suspended"));

    private final Alerts alerts;
    private final AnswersGiven answers;
    private final Urgings urgings;
    private final Audit audit;
    private final Labels labels;
    private final Clock clock;
    private final ObjectMapper json;

    public AlertViews(
            Alerts alerts,
            AnswersGiven answers,
            Urgings urgings,
            Audit audit,
            Labels labels,
            Clock clock,
            ObjectMapper json) {
        this.alerts = alerts;
        this.answers = answers;
        this.urgings = urgings;
        this.audit = audit;
        this.labels = labels;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    public AlertView of(UUID id, Caller caller, boolean chinese) {
        Alert alert = alerts.seenBy(caller, id);
        Who who = Who.of(caller);
        Can can = new Can();
        for (Act act : Act.values()) {
            Problem refusal = act.refusal(alert, who);
            if (refusal == null && act == Act.URGE) {
                refusal = urgings.refusal(id, who.username());
            }
            can.add(act.word(), refusal == null ? null : refusal.detail(chinese));
        }
        AlertState state = alert.state();
        Open open = state instanceof Open o ? o : null;
        AlertState.Snooze given = open == null ? null : open.snooze();
        AlertState.Snooze resting = given != null && given.activeAt(clock.instant()) ? given : null;
        AlertState.Acknowledgement acknowledged = open == null ? null : open.acknowledgement();
        return new AlertView(
                line(alert, chinese),
                acknowledged == null ? null : acknowledged.note(),
                resting == null ? null : resting.by(),
                resting == null ? null : resting.reason(),
                state instanceof Closed closed ? closed.by() : null,
                reason(state, chinese),
                alert.policyVersion(),
                alert.steps().stream().map(s -> step(s, chinese)).toList(),
                answers.to(id),
                audit.of(AlertHistory.SUBJECT, id).stream()
                        .map(e -> happened(e, chinese))
                        .toList(),
                can.can(),
                can.cannot());
    }

    private static @Nullable String reason(AlertState state, boolean chinese) {
        return switch (state) {
            case Open open -> null;
            case Resolved resolved -> sentence(resolved.because(), chinese);
            case Closed closed -> closed.reason();
        };
    }

    private static String sentence(ResolvedBecause because, boolean chinese) {
        return RESOLVED.getOrDefault(because, List.of(because.name(), because.name()))
                .get(chinese ? 0 : 1);
    }

    private AlertLine line(Alert alert, boolean chinese) {
        AlertFacts facts = alert.facts();
        Rung rung = alert.state().rung();
        return new AlertLine(
                facts.alertId(),
                facts.taskId(),
                facts.planId(),
                facts.title(),
                facts.unit(),
                facts.bureau(),
                facts.supportingUnits(),
                facts.dueOn(),
                daysLate(facts.dueOn(), alert.endedAt()),
                alert.phase().name().toLowerCase(Locale.ROOT),
                rung,
                labels.of(rung, chinese),
                facts.repeated(),
                alert.raisedAt(),
                alert.acknowledgedAt(),
                alert.acknowledgedBy(),
                resting(alert.phase(), alert.snoozedUntil()),
                alert.waitingForSignature().map(AlertStep::rung).orElse(null),
                alert.nextStepAt(),
                alert.endedAt(),
                alert.version());
    }

    /** Days from the deadline to the end, or to today while there is none. */
    public long daysLate(LocalDate dueOn, @Nullable Instant endedAt) {
        Instant until = endedAt == null ? clock.instant() : endedAt;
        return ChronoUnit.DAYS.between(dueOn, until.atZone(clock.getZone()).toLocalDate());
    }

    /** A snooze is in force because of its window, and only while there is a ladder to rest. */
    public @Nullable Instant resting(Alert.Phase phase, @Nullable Instant until) {
        return phase == Alert.Phase.OPEN && until != null && until.isAfter(clock.instant()) ? until : null;
    }

    private AlertView.Step step(AlertStep s, boolean chinese) {
        String note = s.note();
        String why = s.because().text(chinese);
        return new AlertView.Step(
                s.ordinal(),
                s.rung(),
                labels.of(s.rung(), chinese),
                s.tells(),
                s.automatic(),
                s.plannedAt(),
                s.phase().name().toLowerCase(Locale.ROOT),
                s.settledAt(),
                s.settledBy(),
                s.because(),
                note == null ? why : why + (chinese ? "：" : ": ") + note,
                s.audience(),
                s.signers());
    }

    private AlertView.Happened happened(Audit.Entry e, boolean chinese) {
        JsonNode after = read(e.after());
        String rung = after.path("rung").asText("");
        String text = rung.isEmpty() ? null : labels.of(Rung.valueOf(rung), chinese);
        return new AlertView.Happened(
                e.at(),
                e.who().equals(Audit.SYSTEM) ? null : e.who(),
                e.act(),
                text,
                after.hasNonNull("reason") ? after.get("reason").asText() : because(after, chinese));
    }

    private static @Nullable String because(JsonNode after, boolean chinese) {
        String word = after.path("because").asText("");
        for (ResolvedBecause r : ResolvedBecause.values()) {
            if (r.name().equals(word)) {
                return sentence(r, chinese);
            }
        }
        for (StepBecause s : StepBecause.values()) {
            if (s.name().equals(word)) {
                return s.text(chinese);
            }
        }
        return null;
    }

    private JsonNode read(@Nullable String text) {
        try {
            return text == null ? json.missingNode() : json.readTree(text);
        } catch (JsonProcessingException ex) {
            throw new IllegalStateException("audit holds no JSON: " + text, ex);
        }
    }
}
