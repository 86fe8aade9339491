package org.dudao.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.plan.PlanState.Phase;
import org.dudao.plan.PlanView.ChapterView;
import org.dudao.plan.PlanView.DocumentView;
import org.dudao.plan.PlanView.MeasureView;
import org.dudao.plan.PlanView.RepetitionView;
import org.dudao.plan.PlanView.Summary;
import org.dudao.plan.PlanView.TargetView;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.jspecify.annotations.Nullable;

/** Plans as the present caller sees them, with what the caller may do and why not the rest. */
@RequestScoped
public class PlanViews {

    private final Plans plans;
    private final Shares shares;
    private final Caller caller;
    private final HttpHeaders headers;

    PlanViews(Plans plans, Shares shares, Caller caller, HttpHeaders headers) {
        this.plans = plans;
        this.shares = shares;
        this.caller = caller;
        this.headers = headers;
    }

    /** Call it inside the transaction that loaded the plan. */
    public PlanView of(Plan plan) {
        SourceDocument.Facts document = plans.documentFacts(plan.id());
        Can can = can(plan);
        Map<UUID, String> leads = plan.phase() == Phase.DRAFT ? Map.of() : shares.leads(plan.id());
        return new PlanView(
                plan.id(),
                plan.title(),
                plan.issuer(),
                plan.year(),
                word(plan.phase()),
                plan.version(),
                plan.bureau().id(),
                plan.importedAt(),
                new DocumentView(
                        document.name(),
                        document.size(),
                        document.mediaType(),
                        document.sha256(),
                        Arrays.asList(document.warnings())),
                counts(plan),
                plan.chapters().stream()
                        .map(c -> chapter(c, plan.yearEnd(), leads))
                        .toList(),
                can.can(),
                can.cannot());
    }

    public Plans.Counts counts(Plan plan) {
        List<Target> targets = plan.targets().toList();
        return new Plans.Counts(
                plan.chapters().size(),
                plan.chapters().stream().mapToInt(c -> c.measures().size()).sum(),
                targets.size(),
                count(targets, Review.ACCEPTED),
                count(targets, Review.REJECTED),
                count(targets, Review.PROPOSED));
    }

    public Page<Summary> page(Page<Plan> page) {
        var counts = plans.counts(page.items().stream().map(Plan::id).toList());
        List<Summary> items = page.items().stream()
                .map(p -> new Summary(
                        p.id(),
                        p.title(),
                        p.issuer(),
                        p.year(),
                        word(p.phase()),
                        p.version(),
                        p.bureau().id(),
                        p.importedAt(),
                        counts.getOrDefault(p.id(), new Plans.Counts(0, 0, 0, 0, 0, 0))))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    /** Chinese unless the caller prefers another language. */
    public boolean chinese() {
        return Language.chinese(headers);
    }

    public Can can(Plan plan) {
        boolean chinese = chinese();
        String open = plan.phase() == Phase.DRAFT ? null : PlanNotOpen.reason(plan.phase(), chinese);
        String live = plan.phase() == Phase.PUBLISHED ? null : PlanNotOpen.reason(plan.phase(), chinese);
        String drafts = caller.is(Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE) ? null : role(chinese);
        String binds = caller.is(Role.ADMIN, Role.LEADER, Role.SUPERVISOR) ? null : role(chinese);
        return new Can()
                .add("edit", first(drafts, open))
                .add("review", first(drafts, open))
                .add("publish", first(binds, plan.unpublishableBecause(chinese).orElse(null)))
                .add("withdraw", first(binds, live))
                .add("amend", first(caller.is(Role.ADMIN, Role.SUPERVISOR, Role.OFFICE) ? null : role(chinese), live))
                .add("approve", first(caller.is(Role.ADMIN, Role.LEADER) ? null : role(chinese), live))
                .add("delete", first(drafts, open));
    }

    private static String role(boolean chinese) {
        return chinese ? "您的角色不能执行这项操作。" : "Your role may not do this.";
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static int count(List<Target> targets, Review review) {
        return (int) targets.stream().filter(t -> t.review() == review).count();
    }

    private static ChapterView chapter(Chapter c, LocalDate yearEnd, Map<UUID, String> leads) {
        return new ChapterView(
                c.id(),
                c.version(),
                c.place(),
                c.number(),
                c.title(),
                c.measures().stream()
                        .map(m -> new MeasureView(
                                m.id(),
                                m.version(),
                                m.place(),
                                m.number(),
                                m.title(),
                                m.body(),
                                m.targets().stream()
                                        .map(t -> target(t, yearEnd, leads.get(t.id())))
                                        .toList(),
                                m.repetitions().stream()
                                        .map(PlanViews::repetition)
                                        .toList()))
                        .toList());
    }

    private static RepetitionView repetition(Target t) {
        return new RepetitionView(
                t.id(), t.version(), t.quote(), t.quoteStart(), t.quoteEnd(), Objects.requireNonNull(t.repeats()));
    }

    public TargetView of(Target t) {
        return target(t, t.measure().chapter().plan().yearEnd(), null);
    }

    private static TargetView target(Target t, LocalDate yearEnd, @Nullable String leadUnit) {
        LocalDate due = t.dueOn();
        UUID task = t.taskId();
        return new TargetView(
                t.id(),
                t.version(),
                t.quote(),
                t.quoteStart(),
                t.quoteEnd(),
                t.indicator(),
                t.kind(),
                t.comparator(),
                t.value(),
                t.upper(),
                t.unit(),
                t.commitment().approx(),
                due == null ? yearEnd : due,
                t.commitment().dueText(),
                due == null,
                t.strength(),
                t.recurrence(),
                t.universal(),
                t.partOf(),
                t.commitment().relation(),
                t.terms(),
                word(t.review()),
                t.changedBy(),
                t.changedAt(),
                t.attained(),
                t.attainedValue(),
                task,
                t.key(),
                t.countedFrom(),
                leadUnit);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
