package org.dudao.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.contracts.PlanEvent;
import org.dudao.contracts.PlanEvent.PlanPublished;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.PlanState.Draft;
import org.dudao.plan.PlanState.Phase;
import org.dudao.plan.PlanState.Published;
import org.dudao.plan.PlanState.Withdrawn;
import org.jspecify.annotations.Nullable;

/** A bureau's work plan. Decides what may happen to it and returns the facts that did; it never tells them itself. */
@Entity
@Table(name = "plan")
public class Plan {

    @Id
    private UUID id;

    @Column(name = "bureau_id", updatable = false)
    private String bureauId;

    @Column(name = "bureau_name", updatable = false)
    private String bureauName;

    @Column(name = "bureau_path", updatable = false)
    private String bureauPath;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private @Nullable String issuer;

    @Column(updatable = false)
    private int year;

    @Column(name = "document_sha256", updatable = false)
    private String documentSha256;

    @Column
    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Column
    private long version;

    @Column(name = "imported_by", updatable = false)
    private String importedBy;

    @Column(name = "imported_at", updatable = false)
    private Instant importedAt;

    @Column(name = "published_by")
    private @Nullable String publishedBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawal_reason")
    private @Nullable String withdrawalReason;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<Chapter> chapters = new ArrayList<>();

    protected Plan() {}

    /** A draft without chapters yet. */
    public Plan(
            UUID id,
            UnitRef bureau,
            String title,
            @Nullable String issuer,
            int year,
            String documentSha256,
            String importedBy,
            Instant importedAt) {
        this.id = id;
        this.bureauId = bureau.id();
        this.bureauName = bureau.name();
        this.bureauPath = bureau.path();
        this.title = title;
        this.issuer = issuer;
        this.year = year;
        this.documentSha256 = documentSha256;
        this.phase = Phase.DRAFT;
        this.version = 1;
        this.importedBy = importedBy;
        // PostgreSQL keeps microseconds: what is compared later must be what was kept.
        this.importedAt = importedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Chapter addChapter(String number, String chapterTitle) {
        Chapter chapter = new Chapter(this, chapters.size() + 1, number, chapterTitle);
        chapters.add(chapter);
        return chapter;
    }

    public PlanState state() {
        return switch (phase) {
            case DRAFT -> new Draft();
            case PUBLISHED -> published();
            case WITHDRAWN ->
                new Withdrawn(
                        published(),
                        Objects.requireNonNull(withdrawnBy),
                        Objects.requireNonNull(withdrawnAt),
                        Objects.requireNonNull(withdrawalReason));
        };
    }

    private Published published() {
        return new Published(Objects.requireNonNull(publishedBy), Objects.requireNonNull(publishedAt));
    }

    /** Why it can't be published now, if so. */
    public Optional<String> unpublishableBecause(boolean chinese) {
        if (phase != Phase.DRAFT) {
            return Optional.of(PlanNotOpen.reason(phase, chinese));
        }
        long open = targets().filter(t -> t.review() == Review.PROPOSED).count();
        return open > 0 || accepted().isEmpty() ? Optional.of(PlanNotReady.reason(open, chinese)) : Optional.empty();
    }

    /**
     * Makes it binding and freezes its text.
     *
     * @return the plan's fact and one per accepted target, in the plan's order; none when it is published already
     */
    public List<PlanEvent> publish(String by, Instant at) {
        if (state() instanceof Published) {
            return List.of();
        }
        Draft draft = draft();
        long open = targets().filter(t -> t.review() == Review.PROPOSED).count();
        List<Target> accepted = accepted();
        if (open > 0 || accepted.isEmpty()) {
            throw new PlanNotReady(open);
        }
        Published now = draft.publish(by, at.truncatedTo(ChronoUnit.MICROS));
        phase = Phase.PUBLISHED;
        publishedBy = now.by();
        publishedAt = now.at();
        version++;
        List<PlanEvent> facts = new ArrayList<>();
        facts.add(new PlanPublished(id, version, title, year, bureau(), accepted.size(), by));
        accepted.forEach(target -> facts.add(target.published(this, facts.size())));
        return facts;
    }

    /** @return the fact; none when it is withdrawn already */
    public List<PlanEvent> withdraw(String by, Instant at, String reason) {
        return switch (state()) {
            case Draft draft -> throw new PlanNotOpen(phase);
            case Withdrawn already -> List.of();
            case Published live -> {
                Withdrawn now = live.withdraw(by, at.truncatedTo(ChronoUnit.MICROS), reason);
                phase = Phase.WITHDRAWN;
                withdrawnBy = now.by();
                withdrawnAt = now.at();
                withdrawalReason = now.reason();
                version++;
                yield List.of(new PlanWithdrawn(id, version, title, bureau(), reason, by));
            }
        };
    }

    /** @throws PlanNotOpen unless it is a draft */
    public Draft draft() {
        if (state() instanceof Draft draft) {
            return draft;
        }
        throw new PlanNotOpen(phase);
    }

    public Optional<Target> target(UUID targetId) {
        return targets().filter(t -> t.id().equals(targetId)).findFirst();
    }

    /** Those that stand, as they are written. */
    public Stream<Target> targets() {
        return measures().flatMap(m -> m.targets().stream());
    }

    /** Those that others took the place of, too. */
    public Stream<Target> everyTarget() {
        return measures().flatMap(Measure::everyTarget);
    }

    public Optional<Measure> measure(UUID measureId) {
        return measures().filter(m -> m.id().equals(measureId)).findFirst();
    }

    private Stream<Measure> measures() {
        return chapters.stream().flatMap(c -> c.measures().stream());
    }

    /** The version that last changed a heading or where the text is cut. */
    public long outlineVersion() {
        return Stream.concat(chapters.stream().map(Chapter::version), measures().map(Measure::version))
                .mapToLong(v -> v)
                .max()
                .orElse(version);
    }

    long countVersion() {
        return ++version;
    }

    private List<Target> accepted() {
        return targets().filter(t -> t.review() == Review.ACCEPTED).toList();
    }

    /** When a target without a date is due. */
    public LocalDate yearEnd() {
        return LocalDate.of(year, 12, 31);
    }

    public UUID id() {
        return id;
    }

    public UnitRef bureau() {
        return new UnitRef(bureauId, bureauName, bureauPath);
    }

    /** The day its year of work begins: its publication. */
    public LocalDate publishedOn(ZoneId zone) {
        Instant at = publishedAt == null ? importedAt : publishedAt;
        return at.atZone(zone).toLocalDate();
    }

    public String title() {
        return title;
    }

    public @Nullable String issuer() {
        return issuer;
    }

    public int year() {
        return year;
    }

    public Phase phase() {
        return phase;
    }

    public long version() {
        return version;
    }

    public String documentSha256() {
        return documentSha256;
    }

    public String importedBy() {
        return importedBy;
    }

    public Instant importedAt() {
        return importedAt;
    }

    public List<Chapter> chapters() {
        return chapters;
    }
}
