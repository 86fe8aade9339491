package org.dudao.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** A measure (举措): a title, its text, and the targets that stand in it. */
@Entity
@Table(name = "measure")
public class Measure {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "chapter_id", updatable = false)
    private Chapter chapter;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column
    private int place;

    @Column
    private String number;

    @Column
    private String title;

    @Column
    private String body;

    @Column
    private long version;

    @OneToMany(mappedBy = "measure", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<Target> targets = new ArrayList<>();

    protected Measure() {}

    Measure(Chapter chapter, int place, String number, String title, String body) {
        this.id = Outbox.newId();
        this.chapter = chapter;
        this.planId = chapter.plan().id();
        this.place = place;
        this.number = number;
        this.title = title;
        this.body = body;
        this.version = chapter.plan().version();
    }

    public Target addTarget(Commitment commitment) {
        return addTarget(commitment, null);
    }

    /** @param whole the target of this measure that it is a part or an exception of */
    public Target addTarget(Commitment commitment, @Nullable Target whole) {
        Target target = new Target(this, (int) chapter.plan().everyTarget().count() + 1, commitment, whole);
        targets.add(target);
        return target;
    }

    void rename(String otherNumber, String otherTitle, long planVersion) {
        number = otherNumber;
        title = otherTitle;
        version = planVersion;
    }

    void text(String otherBody, long planVersion) {
        body = otherBody;
        version = planVersion;
    }

    /** Another measure is put before it. */
    void stepBack() {
        place++;
    }

    /** Targets whose words begin at {@code from} or later go with their words. */
    void moveTargets(Measure to, int from, int by, long planVersion) {
        for (Target target : List.copyOf(targets)) {
            if (target.quoteStart() >= from) {
                targets.remove(target);
                target.move(to, by, planVersion);
                to.targets.add(target);
            }
        }
    }

    /** As others name it: (六)加快学位建设. */
    public String label() {
        return number + title;
    }

    public Chapter chapter() {
        return chapter;
    }

    UUID planId() {
        return planId;
    }

    public UUID id() {
        return id;
    }

    public int place() {
        return place;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public long version() {
        return version;
    }

    /** Those that stand, as they are written. */
    public List<Target> targets() {
        return targets.stream()
                .filter(Target::stands)
                .sorted(PlanReview.AS_WRITTEN)
                .toList();
    }

    /** Words that only say once more what another target asks for. */
    public List<Target> repetitions() {
        return targets.stream()
                .filter(t -> t.repeats() != null)
                .sorted(PlanReview.AS_WRITTEN)
                .toList();
    }

    /** Those that others took the place of, too. */
    Stream<Target> everyTarget() {
        return targets.stream();
    }
}
