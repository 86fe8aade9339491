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
import java.util.Objects;
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

    @Embedded
    private Commitment says;

    @Column(name = "part_of", updatable = false)
    private @Nullable UUID partOf;

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

    @Column(name = "key_work")
    private boolean key;

    @Column
    private @Nullable UUID repeats;

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
        this.review = Review.PROPOSED;
        this.countedFrom = CountedFrom.REPORTS;
        this.says = whole == null ? read.alone() : read;
    }

    public Commitment commitment() {
        return says;
    }

    public Reading reading() {
        return new Reading(says, review, key, repeats);
    }

    /** @return what it said before and says now */
    Reading.Change become(Reading next, long planVersion, Hand hand) {
        Reading before = reading();
        says = next.says();
        review = next.review();
        key = next.key();
        repeats = next.repeats();
        version = planVersion;
        changedBy = hand.who();
        changedAt = hand.at();
        return new Reading.Change(id, before, next);
    }

    /** Its words stand in another measure's text now, {@code by} further on. */
    void move(Measure to, int by, long planVersion) {
        measure = to;
        says = says.quoting(says.quote(), says.start() + by, says.end() + by);
        version = planVersion;
    }

    /** Not merged away. */
    public boolean stands() {
        return review != Review.REPLACED;
    }

    TargetPublished published(Plan plan, int order) {
        Commitment now = says.in(plan.year());
        LocalDate due = now.dueOn();
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
                now.quote(),
                now.indicator(),
                now.comparator(),
                now.value(),
                now.upper(),
                now.unit(),
                due == null ? plan.yearEnd() : due,
                due == null,
                now.strength(),
                now.universal());
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
        Commitment now = says.in(plan.year());
        return new Asked(
                now.kind(),
                now.comparator(),
                now.value(),
                now.upper(),
                now.unit(),
                now.recurrence(),
                now.universal(),
                now.terms().hold(),
                now.terms().baselineValue(),
                countedFrom,
                plan.publishedOn(zone),
                due == null ? Objects.requireNonNullElse(now.dueOn(), plan.yearEnd()) : due,
                exceptions);
    }

    /** 其中: its figure is counted in another one's. */
    boolean isPart() {
        return "part".equals(says.relation());
    }

    /** What the units it names owe instead of another target's figure, if that is what it says. */
    Optional<Asked.Exception> asException() {
        BigDecimal value = says.value();
        String population = says.terms().population();
        return "exception".equals(says.relation()) && value != null
                ? Optional.of(new Asked.Exception(population == null ? says.quote() : population, value))
                : Optional.empty();
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
        return says.quote();
    }

    public int quoteStart() {
        return says.start();
    }

    public int quoteEnd() {
        return says.end();
    }

    public String indicator() {
        return says.indicator();
    }

    public String kind() {
        return says.kind();
    }

    public Comparator comparator() {
        return says.comparator();
    }

    public @Nullable BigDecimal value() {
        return says.value();
    }

    public @Nullable BigDecimal upper() {
        return says.upper();
    }

    public @Nullable String unit() {
        return says.unit();
    }

    public @Nullable LocalDate dueOn() {
        return says.dueOn();
    }

    public @Nullable String recurrence() {
        return says.recurrence();
    }

    public Strength strength() {
        return says.strength();
    }

    public boolean universal() {
        return says.universal();
    }

    /** The target of the same measure that it is a part or an exception of; its commitment's relation says which. */
    public @Nullable UUID partOf() {
        return partOf;
    }

    public Terms terms() {
        return says.terms();
    }

    public Review review() {
        return review;
    }

    /** 重点工作. */
    public boolean key() {
        return key;
    }

    /** The target that its words say once more; such a one is {@link Review#REPLACED}. */
    public @Nullable UUID repeats() {
        return repeats;
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
