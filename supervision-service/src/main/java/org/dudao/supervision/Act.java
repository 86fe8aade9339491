package org.dudao.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.jspecify.annotations.Nullable;

/** What people do with an alert, and who may: one rule for the doer's refusal and for the reason on the button. */
public enum Act {
    ACKNOWLEDGE(Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER),
    ANSWER(Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER),
    URGE(Role.SUPERVISOR, Role.LEADER),
    SNOOZE(Role.SUPERVISOR),
    ESCALATE(Role.SUPERVISOR),
    SIGN(Role.SUPERVISOR, Role.LEADER),
    DECLINE(Role.SUPERVISOR, Role.LEADER),
    CLOSE(Role.SUPERVISOR, Role.LEADER);

    private final List<String> roles;

    Act(String... roles) {
        this.roles = List.of(roles);
    }

    /** The word in {@code can} and {@code cannot}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why not, or null when it may be done now. A refusal that concerns the alert comes before one that concerns the person. */
    public @Nullable Problem refusal(Alert alert, Who who) {
        Problem ended = ended(alert);
        if (ended != null) {
            return ended;
        }
        return switch (this) {
            case ACKNOWLEDGE -> acknowledging(alert, who);
            case ANSWER -> answering(alert, who);
            case SNOOZE, CLOSE, URGE -> role(who);
            case ESCALATE -> escalating(alert, who);
            case SIGN, DECLINE -> signing(alert, who);
        };
    }

    /** @throws Problem the refusal, when there is one */
    public void require(Alert alert, Who who) {
        Problem refusal = refusal(alert, who);
        if (refusal != null) {
            throw refusal;
        }
    }

    private @Nullable Problem role(Who who) {
        return who.hasAny(roles) ? null : new NotYourRole(roles);
    }

    private static @Nullable Problem ended(Alert alert) {
        return switch (alert.state()) {
            case AlertState.Open open -> null;
            case AlertState.Resolved resolved -> new AlertAlreadyResolved(resolved);
            case AlertState.Closed closed -> new AlertAlreadyClosed(closed);
        };
    }

    private @Nullable Problem answering(Alert alert, Who who) {
        return who.unitId().equals(alert.unit().id()) && who.hasAny(roles)
                ? null
                : new NotTheResponsibleUnit(alert.unit().name());
    }

    private @Nullable Problem acknowledging(Alert alert, Who who) {
        Problem foreign = answering(alert, who);
        if (foreign != null) {
            return foreign;
        }
        String by = alert.acknowledgedBy();
        return by == null || by.equals(who.username()) ? null : new AlreadyAcknowledged(by);
    }

    private @Nullable Problem escalating(Alert alert, Who who) {
        if (alert.waitingForSignature().isPresent()) {
            return new RungWaitsForSignature(alert.waitingForSignature().get().rung());
        }
        return alert.nextRung().isEmpty() ? new NoRungLeft() : role(who);
    }

    private @Nullable Problem signing(Alert alert, Who who) {
        Optional<AlertStep> waiting = alert.waitingForSignature();
        if (waiting.isEmpty()) {
            return new NothingToSign();
        }
        List<String> signers = waiting.get().signers();
        return who.hasAny(signers) ? null : new NotYoursToSign(signers);
    }
}
