package org.dudao.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.startup.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a published plan. <pre>PROPOSED → APPROVED | REFUSED</pre>
 *
 * @param target none yet of an addition that nobody has approved
 * @param before none of an addition
 * @param after none of a withdrawal
 * @param change in figures and days that need no translation: {@code 165所 → 180所}
 */
public record Amendment(
        UUID id,
        UUID plan,
        @Nullable UUID target,
        UUID measure,
        Kind kind,
        @Nullable Commitment before,
        @Nullable Commitment after,
        String change,
        String reason,
        State state,
        Hand proposed,
        @Nullable Hand decided,
        @Nullable String refusal) {

    @Schema(name = "AmendmentKind")
    public enum Kind {
        CHANGE,
        WITHDRAWAL,
        ADDITION
    }

    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    public Amendment approve(Hand by, UUID targetId) {
        return decide(State.APPROVED, by, targetId, null);
    }

    public Amendment refuse(Hand by, String why) {
        return decide(State.REFUSED, by, target, why);
    }

    private Amendment decide(State decision, Hand by, @Nullable UUID targetId, @Nullable String why) {
        if (state != State.PROPOSED) {
            throw Problem.conflict("amendment-decided", "这项变更已有结论，不能再次审批。", "This amendment was decided before.");
        }
        if (by.who().equals(proposed.who())) {
            throw Problem.conflict(
                    "own-amendment",
                    "不能审批自己提出的变更，请由其他有审批权的人办理。",
                    "Nobody decides on an amendment of their own; another person who may has to.");
        }
        return new Amendment(
                id, plan, targetId, measure, kind, before, after, change, reason, decision, proposed, by, why);
    }

    /** What differs, as people write it; nothing when nothing does. */
    public static String difference(Plan plan, Commitment before, Commitment after) {
        List<String> parts = new ArrayList<>();
        add(parts, before.indicator(), after.indicator());
        add(parts, figure(before), figure(after));
        add(
                parts,
                Objects.requireNonNullElse(before.dueOn(), plan.yearEnd()).toString(),
                Objects.requireNonNullElse(after.dueOn(), plan.yearEnd()).toString());
        add(parts, stages(before), stages(after));
        return String.join("；", parts);
    }

    private static void add(List<String> parts, String was, String is) {
        if (!was.equals(is)) {
            parts.add((was.isEmpty() ? "—" : was) + " → " + (is.isEmpty() ? "—" : is));
        }
    }

    /** 2026年 2所，2027年 3所 */
    private static String stages(Commitment c) {
        return c.terms().stages().stream()
                .map(s -> s.year() + "年 " + s.words()
                        + (s.value() == null ? "" : " " + plain(s.value()) + Objects.requireNonNullElse(c.unit(), ""))
                        + (s.dueOn() == null ? "" : " " + s.dueOn()))
                .collect(Collectors.joining("，"));
    }

    /** ≥165所, 3–5个, empty for what is only to be done. */
    static String figure(Commitment c) {
        if (c.value() == null) {
            return "";
        }
        String sign = switch (c.comparator()) {
            case GE -> "≥";
            case LE -> "≤";
            case GT -> ">";
            case LT -> "<";
            case UP -> "+";
            case DOWN -> "−";
            case EQ, DONE -> "";
        };
        return sign
                + plain(c.value())
                + (c.upper() == null ? "" : "–" + plain(c.upper()))
                + Objects.requireNonNullElse(c.unit(), "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
