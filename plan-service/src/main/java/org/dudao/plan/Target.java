package org.dudao.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** A commitment that someone can check at a date: read, reviewed, published, and then followed. */
@Entity
@Table(name = "target")
public class Target {

    private static final int LONGEST_INDICATOR = 200;
    private static final int LONGEST_UNIT = 20;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "measure_id", updatable = false)
    private Measure measure;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(updatable = false)
    private int place;

    @Column(updatable = false)
    private String quote;

    @Column(name = "quote_start", updatable = false)
    private int quoteStart;

    @Column(name = "quote_end", updatable = false)
    private int quoteEnd;

    @Column
    private String indicator;

    @Column(updatable = false)
    private String kind;

    @Column
    @Enumerated(EnumType.STRING)
    private Comparator comparator;

    @Column
    private @Nullable BigDecimal value;

    @Column
    private @Nullable BigDecimal upper;

    @Column
    private @Nullable String unit;

    @Column(updatable = false)
    private boolean approx;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "due_text", updatable = false)
    private @Nullable String dueText;

    @Column(updatable = false)
    private @Nullable String recurrence;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Strength strength;

    @Column(updatable = false)
    private boolean universal;

    @Column(name = "part_of", updatable = false)
    private @Nullable UUID partOf;

    @Column(updatable = false)
    private @Nullable String relation;

    @Embedded
    private Terms terms;

    @Column
    @Enumerated(EnumType.STRING)
    private Review review;

    @Column(name = "task_id")
    private @Nullable UUID taskId;

    @Column(name = "task_version")
    private long taskVersion;

    @Column
    private boolean attained;

    @Column(name = "attained_value")
    private @Nullable BigDecimal attainedValue;

    protected Target() {}

    Target(Measure measure, int place, Commitment read, @Nullable Target whole) {
        this.id = Outbox.newId();
        this.measure = measure;
        this.planId = measure.planId();
        this.place = place;
        this.quote = read.quote();
        this.quoteStart = read.start();
        this.quoteEnd = read.end();
        this.indicator = read.indicator();
        this.kind = read.kind();
        this.comparator = read.comparator();
        this.value = read.value();
        this.upper = read.upper();
        this.unit = read.unit();
        this.approx = read.approx();
        this.dueOn = read.dueOn();
        this.dueText = read.dueText();
        this.recurrence = read.recurrence();
        this.strength = read.strength();
        this.universal = read.universal();
        this.partOf = whole == null ? null : whole.id;
        this.relation = whole == null ? null : read.relation();
        this.terms = read.terms();
        this.review = Review.PROPOSED;
    }

    void accept() {
        review = Review.ACCEPTED;
    }

    void edit(TargetEdit edit) {
        if (edit.indicator() != null) {
            indicator = shortEnough("indicator", edit.indicator(), LONGEST_INDICATOR);
        }
        if (edit.comparator() != null) {
            comparator = edit.comparator();
        }
        if (edit.value() != null) {
            value = notNegative("value", edit.value().orElse(null));
        }
        if (edit.upper() != null) {
            upper = notNegative("upper", edit.upper().orElse(null));
        }
        if (edit.unit() != null) {
            unit = edit.unit().map(u -> shortEnough("unit", u, LONGEST_UNIT)).orElse(null);
        }
        if (edit.dueOn() != null) {
            dueOn = edit.dueOn().orElse(null);
        }
        if (edit.review() != null) {
            review = edit.review();
        }
        if (upper != null && (value == null || upper.compareTo(value) < 0)) {
            throw Problem.invalid("upper", "上限不能小于数值。", "The upper bound lies below the value.");
        }
    }

    private static String shortEnough(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Problem.invalid(field, "应为 1 到 " + longest + " 个字。", "Takes 1 to " + longest + " characters.");
        }
        return stripped;
    }

    private static @Nullable BigDecimal notNegative(String field, @Nullable BigDecimal number) {
        if (number != null && (number.signum() < 0 || number.precision() > 18)) {
            throw Problem.invalid(field, "应为不小于 0、不超过 18 位的数。", "Takes a number from 0 with at most 18 digits.");
        }
        return number;
    }

    TargetPublished published(Plan plan, int order) {
        return new TargetPublished(
                planId,
                plan.version(),
                id,
                order,
                plan.title(),
                plan.year(),
                plan.bureau(),
                measure.chapter().label(),
                measure.label(),
                quote,
                indicator,
                comparator,
                value,
                upper,
                unit,
                dueOn == null ? plan.yearEnd() : dueOn,
                dueOn == null,
                strength,
                universal);
    }

    /** A task is at work on it. @return false when newer news was heard before */
    public boolean assigned(UUID task, long version) {
        return heard(task, version);
    }

    /** Progress was reported. @return false when newer news was heard before */
    public boolean reported(UUID task, long version, @Nullable BigDecimal reached) {
        if (!heard(task, version)) {
            return false;
        }
        attainedValue = reached == null ? attainedValue : reached;
        return true;
    }

    /** The task was verified and closed; it counts as attained when the value, if there is one, reaches the target. */
    public boolean completed(UUID task, long version, @Nullable BigDecimal reached) {
        if (!heard(task, version)) {
            return false;
        }
        attainedValue = reached == null ? attainedValue : reached;
        attained = attainedValue == null || value == null || reaches(attainedValue, value);
        return true;
    }

    private boolean heard(UUID task, long version) {
        if (version <= taskVersion) {
            return false;
        }
        taskId = task;
        taskVersion = version;
        return true;
    }

    private boolean reaches(BigDecimal reached, BigDecimal wanted) {
        int compared = reached.compareTo(wanted);
        return switch (comparator) {
            // Over-fulfilment (超额) fulfils a plain figure, too, but for none at all.
            case EQ -> wanted.signum() == 0 ? compared == 0 : compared >= 0;
            case GE, UP, DOWN -> compared >= 0;
            case GT -> compared > 0;
            case LE -> compared <= 0;
            case LT -> compared < 0;
            case DONE -> true;
        };
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public String quote() {
        return quote;
    }

    public int quoteStart() {
        return quoteStart;
    }

    public int quoteEnd() {
        return quoteEnd;
    }

    public String indicator() {
        return indicator;
    }

    public String kind() {
        return kind;
    }

    public Comparator comparator() {
        return comparator;
    }

    public @Nullable BigDecimal value() {
        return value;
    }

    public @Nullable BigDecimal upper() {
        return upper;
    }

    public @Nullable String unit() {
        return unit;
    }

    public boolean approx() {
        return approx;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable String dueText() {
        return dueText;
    }

    public @Nullable String recurrence() {
        return recurrence;
    }

    public Strength strength() {
        return strength;
    }

    public boolean universal() {
        return universal;
    }

    /** The target of the same measure that it is a part or an exception of; {@link #relation()} says which. */
    public @Nullable UUID partOf() {
        return partOf;
    }

    public @Nullable String relation() {
        return relation;
    }

    public Terms terms() {
        return terms;
    }

    public Review review() {
        return review;
    }

    public @Nullable UUID taskId() {
        return taskId;
    }

    public boolean attained() {
        return attained;
    }

    public @Nullable BigDecimal attainedValue() {
        return attainedValue;
    }
}
