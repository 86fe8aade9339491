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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** A commitment that someone can check at a date: read, reviewed, published, and then followed. */
@Entity
@Table(name = "target")
public class Target {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "measure_id")
    private Measure measure;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(updatable = false)
    private int place;

    @Column
    private String quote;

    @Column(name = "quote_start")
    private int quoteStart;

    @Column(name = "quote_end")
    private int quoteEnd;

    @Column
    private String indicator;

    @Column
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

    @Column
    private boolean approx;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "due_text")
    private @Nullable String dueText;

    @Column
    private @Nullable String recurrence;

    @Column
    @Enumerated(EnumType.STRING)
    private Strength strength;

    @Column
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

    @Column
    private long version;

    @Column(name = "changed_by")
    private @Nullable String changedBy;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Column(name = "task_id")
    private @Nullable UUID taskId;

    @Column
    private boolean attained;

    @Column(name = "counted_from")
    @Enumerated(EnumType.STRING)
    private CountedFrom countedFrom;

    @Column(name = "attained_value")
    private @Nullable BigDecimal attainedValue;

    protected Target() {}

    Target(Measure measure, int place, Commitment read, @Nullable Target whole) {
        this.id = Outbox.newId();
        this.measure = measure;
        this.planId = measure.planId();
        this.place = place;
        this.version = measure.chapter().plan().version();
        this.partOf = whole == null ? null : whole.id;
        this.relation = whole == null ? null : read.relation();
        this.review = Review.PROPOSED;
        this.countedFrom = CountedFrom.REPORTS;
        says(read);
    }

    private void says(Commitment read) {
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
        this.terms = read.terms();
    }

    public Commitment commitment() {
        return new Commitment(
                quote,
                quoteStart,
                quoteEnd,
                indicator,
                kind,
                comparator,
                value,
                upper,
                unit,
                approx,
                dueOn,
                dueText,
                recurrence,
                strength,
                universal,
                relation,
                terms);
    }

    public Reading reading() {
        return new Reading(commitment(), review);
    }

    /** @return what it said before and says now */
    Reading.Change become(Reading next, long planVersion, Hand hand) {
        Reading before = reading();
        says(next.says());
        review = next.review();
        version = planVersion;
        changedBy = hand.who();
        changedAt = hand.at();
        return new Reading.Change(id, before, next);
    }

    /** Its words stand in another measure's text now, {@code by} further on. */
    void move(Measure to, int by, long planVersion) {
        measure = to;
        quoteStart += by;
        quoteEnd += by;
        version = planVersion;
    }

    /** Not merged away. */
    public boolean stands() {
        return review != Review.REPLACED;
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

    /** What its shares come to, as last heard. */
    public void follow(@Nullable UUID leadTask, Attainment attainment) {
        taskId = leadTask == null ? taskId : leadTask;
        attained = attainment.attained();
        attainedValue = attainment.value();
    }

    /** Says where its figure comes from. @return whether that is news */
    public boolean countFrom(CountedFrom source) {
        boolean news = countedFrom != source;
        countedFrom = source;
        return news;
    }

    /** What it asks for; {@code due} is the day its lead unit must be done by, when that was moved. */
    Asked asked(Plan plan, ZoneId zone, @Nullable LocalDate due, List<Asked.Exception> exceptions) {
        return new Asked(
                kind,
                comparator,
                value,
                upper,
                unit,
                recurrence,
                universal,
                terms.hold(),
                terms.baselineValue(),
                countedFrom,
                plan.publishedOn(zone),
                due == null ? dueOn(plan) : due,
                exceptions);
    }

    /** 其中: its figure is counted in another one's. */
    boolean isPart() {
        return "part".equals(relation);
    }

    /** What the units it names owe instead of another target's figure, if that is what it says. */
    Optional<Asked.Exception> asException() {
        return "exception".equals(relation) && value != null
                ? Optional.of(new Asked.Exception(terms.population() == null ? quote : terms.population(), value))
                : Optional.empty();
    }

    private LocalDate dueOn(Plan plan) {
        return dueOn == null ? plan.yearEnd() : dueOn;
    }

    public UUID id() {
        return id;
    }

    public Measure measure() {
        return measure;
    }

    public int place() {
        return place;
    }

    public long version() {
        return version;
    }

    public @Nullable String changedBy() {
        return changedBy;
    }

    public @Nullable Instant changedAt() {
        return changedAt;
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

    public CountedFrom countedFrom() {
        return countedFrom;
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
