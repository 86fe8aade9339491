package org.dudao.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.plan.Share.Phase;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is on a day, by the rule of its form.
 *
 * @param basis whose word the value is
 * @param value what has been reached, in the target's unit
 * @param rate 完成率 in per cent, beyond 100 too; null where a rate says nothing
 * @param surplus 超额: how far it is beyond what was asked
 * @param expected where the straight line from publication to the date stands today
 * @param unitsAsked how many units have a share of it
 */
public record Attainment(
        Form form,
        Basis basis,
        @Nullable BigDecimal value,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal surplus,
        @Nullable BigDecimal expected,
        int unitsAsked,
        int unitsReached,
        Standing standing) {

    /** Whose word a value is, the strongest first. */
    public enum Basis {
        /** Counted from another source, not typed in. */
        COUNTED,
        /** The whole was verified and closed. */
        VERIFIED,
        /** Made of the units' shares in the way of its form. */
        SHARES,
        /** As the lead unit reports it. */
        REPORTED,
        NONE
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A tenth of the way: units report by month, so a line is not missed by the weeks before the next report. */
    private static final BigDecimal PATIENCE = new BigDecimal("0.1");

    private static final int SOON_DAYS = 7;

    public static Attainment of(Asked asked, List<Share> shares, LocalDate today) {
        return new Judging(asked, shares, today).attainment();
    }

    /** A figure of which others are a part (其中) is not attained before they are. */
    public Attainment with(Collection<Attainment> parts) {
        boolean done = standing == Standing.ATTAINED || standing == Standing.TO_VERIFY;
        Optional<Standing> lacking = parts.stream().map(Attainment::standing).min(java.util.Comparator.naturalOrder());
        if (!done || lacking.isEmpty() || lacking.get().compareTo(standing) >= 0) {
            return this;
        }
        Standing held = lacking.get().isProblem() ? Standing.BEHIND : lacking.get();
        return new Attainment(form, basis, value, rate, surplus, expected, unitsAsked, unitsReached, held);
    }

    public boolean attained() {
        return standing == Standing.ATTAINED;
    }

    /** Holds what is asked against what was told. */
    private static final class Judging {

        private final Asked asked;
        private final Form form;
        private final LocalDate today;
        private final @Nullable Share lead;
        private final List<Share> parts;
        private final boolean ended;
        private final int reached;
        private final Basis basis;
        private final @Nullable BigDecimal value;

        Judging(Asked asked, List<Share> shares, LocalDate today) {
            this.asked = asked;
            this.form = asked.form();
            this.today = today;
            List<Share> live = shares.stream().filter(Share::counts).toList();
            this.lead = live.stream().filter(s -> !s.isPart()).findFirst().orElse(null);
            // A part that was parted again is counted in its own parts.
            this.parts = live.stream()
                    .filter(Share::isPart)
                    .filter(s -> live.stream().noneMatch(t -> s.taskId().equals(t.parentId())))
                    .toList();
            this.ended = live.isEmpty() && !shares.isEmpty();
            this.reached = (int) parts.stream().filter(s -> s.reached(asked)).count();
            this.basis = basis();
            this.value = value();
        }

        Attainment attainment() {
            return new Attainment(form, basis, value, rate(), surplus(), expected(), parts.size(), reached, standing());
        }

        private boolean verified() {
            // Who sees its own part alone is done when that is.
            return lead == null
                    ? !parts.isEmpty() && parts.stream().allMatch(s -> s.phase() == Phase.COMPLETED)
                    : lead.phase() == Phase.COMPLETED;
        }

        private Basis basis() {
            if (asked.countedFrom() != CountedFrom.REPORTS) {
                return Basis.COUNTED;
            }
            if (verified()) {
                return Basis.VERIFIED;
            }
            if (form.whole() != Form.Whole.LEAD
                    && parts.stream().anyMatch(s -> s.value() != null || s.reached(asked))) {
                return Basis.SHARES;
            }
            return lead != null && lead.value() != null ? Basis.REPORTED : Basis.NONE;
        }

        private @Nullable BigDecimal value() {
            BigDecimal ofLead = lead == null ? null : lead.value();
            return switch (basis) {
                case COUNTED, NONE -> null;
                case VERIFIED -> ofLead == null ? ofParts() : ofLead;
                case SHARES -> ofParts();
                case REPORTED -> ofLead;
            };
        }

        private @Nullable BigDecimal ofParts() {
            List<BigDecimal> values =
                    parts.stream().map(Share::value).filter(Objects::nonNull).toList();
            return switch (form.whole()) {
                case LEAD -> null;
                case EVERY -> parts.isEmpty() || !"%".equals(asked.unit()) ? null : share(reached, parts.size());
                case SUM -> values.stream().reduce(BigDecimal::add).orElse(null);
                case LEAST ->
                    values.size() < parts.size()
                            ? BigDecimal.ZERO
                            : values.stream().min(BigDecimal::compareTo).orElse(null);
                case AVERAGE ->
                    values.stream()
                            .reduce(BigDecimal::add)
                            .map(sum -> sum.divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP))
                            .orElse(null);
            };
        }

        /** What the whole must come to. */
        private @Nullable BigDecimal wanted() {
            return form == Form.FREQUENCY ? asked.owedInAYear() : asked.value();
        }

        private @Nullable BigDecimal rate() {
            BigDecimal wanted = wanted();
            return switch (form) {
                case ZERO, CEILING, CEILING_LEVEL, RANK -> null;
                case UNIVERSAL, DELIVERABLE -> parts.isEmpty() ? ofOne(wanted) : share(reached, parts.size());
                case AMOUNT, RANGE, LEVEL, CHANGE, HOLD, FREQUENCY -> ofOne(wanted);
            };
        }

        private @Nullable BigDecimal ofOne(@Nullable BigDecimal wanted) {
            return value == null || wanted == null || wanted.signum() == 0
                    ? null
                    : value.multiply(HUNDRED).divide(wanted, 1, RoundingMode.HALF_UP);
        }

        private static BigDecimal share(int part, int whole) {
            return BigDecimal.valueOf(part)
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }

        private @Nullable BigDecimal surplus() {
            BigDecimal bound = form == Form.RANGE && asked.upper() != null ? asked.upper() : wanted();
            boolean grows = switch (form) {
                case AMOUNT, RANGE, LEVEL, CHANGE, HOLD, FREQUENCY -> true;
                case ZERO, CEILING, CEILING_LEVEL, RANK, UNIVERSAL, DELIVERABLE -> false;
            };
            return grows && value != null && bound != null && value.compareTo(bound) > 0 ? value.subtract(bound) : null;
        }

        private @Nullable BigDecimal expected() {
            BigDecimal wanted = wanted();
            BigDecimal start = start();
            return start == null || wanted == null
                    ? null
                    : start.add(wanted.subtract(start).multiply(asked.elapsed(today)))
                            .setScale(Math.max(1, wanted.scale()), RoundingMode.HALF_UP);
        }

        /** Where the line begins; null where nothing grows along one. */
        private @Nullable BigDecimal start() {
            return switch (form) {
                case AMOUNT, RANGE, CHANGE, FREQUENCY -> BigDecimal.ZERO;
                case LEVEL -> asked.startsFrom();
                case HOLD, RANK, CEILING, CEILING_LEVEL, ZERO, UNIVERSAL, DELIVERABLE -> null;
            };
        }

        private Standing standing() {
            if (ended) {
                return Standing.ENDED;
            }
            if (broken()) {
                return Standing.BROKEN;
            }
            if (verified()) {
                return whole() ? Standing.ATTAINED : Standing.SHORT;
            }
            if (lead != null && lead.phase() == Phase.SUBMITTED || reachedAsReported()) {
                return Standing.TO_VERIFY;
            }
            if (lead == null ? !parts.isEmpty() && parts.stream().allMatch(Share::suspended) : lead.suspended()) {
                return Standing.SUSPENDED;
            }
            if (asked.due().isBefore(today)) {
                return Standing.OVERDUE;
            }
            if (lead == null && parts.isEmpty()) {
                return Standing.UNASSIGNED;
            }
            if (parts.stream().anyMatch(s -> s.overdue(today)) || behind()) {
                return Standing.BEHIND;
            }
            if (asked.due().minusDays(SOON_DAYS).isBefore(today)) {
                return Standing.DUE_SOON;
            }
            return basis == Basis.NONE
                            && Stream.concat(Stream.ofNullable(lead), parts.stream())
                                    .allMatch(s -> s.phase() == Phase.ASSIGNED || s.phase() == Phase.ACCEPTED)
                    ? Standing.NOT_STARTED
                    : Standing.ON_LINE;
        }

        private boolean reachedAsReported() {
            if (form.keeps() || basis == Basis.NONE || basis == Basis.COUNTED) {
                return false;
            }
            boolean figure = value != null && wanted() != null && form != Form.DELIVERABLE;
            return (figure || form.whole() == Form.Whole.EVERY && !parts.isEmpty()) && whole();
        }

        private boolean broken() {
            BigDecimal bound = asked.value();
            return switch (form) {
                case ZERO ->
                    Stream.concat(Stream.ofNullable(lead), parts.stream())
                            .map(Share::most)
                            .anyMatch(most -> most != null && most.signum() > 0);
                case CEILING, CEILING_LEVEL, HOLD -> value != null && bound != null && !asked.reaches(value, bound);
                default -> false;
            };
        }

        /** Whether the whole is there, verified or not. */
        private boolean whole() {
            if (form.whole() == Form.Whole.EVERY) {
                boolean every = parts.isEmpty() || reached == parts.size();
                return every && (value == null || asked.reaches(value, asked.value()));
            }
            return value == null || asked.reaches(value, wanted());
        }

        private boolean behind() {
            BigDecimal line = expected();
            BigDecimal wanted = wanted();
            BigDecimal now = value == null ? start() : value;
            if (line == null || wanted == null || now == null || basis == Basis.COUNTED) {
                return false;
            }
            return line.subtract(now).compareTo(wanted.multiply(PATIENCE)) > 0;
        }
    }
}
