package org.dudao.plan.reviewing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.dudao.plan.Chapter;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanOutline;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** People mend headings that were misread: rename, join to the former measure, cut where one was missed. */
@ApplicationScoped
public class CorrectOutline {

    private final Plans plans;
    private final Audit audit;

    public CorrectOutline(Plans plans, Audit audit) {
        this.plans = plans;
        this.audit = audit;
    }

    /** What stands printed in a heading; an absent part stays as it is. */
    public record Heading(
            @Schema(examples = "（六）") @Nullable String number,
            @Schema(examples = "加快学位建设") @Nullable String title) {}

    Plan renameChapter(UUID planId, UUID chapterId, Heading said, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanOutline outline = new PlanOutline(plan);
        Chapter chapter = outline.chapter(chapterId);
        Versions.requireMatch(ifMatch, chapter.version());
        Heading before = new Heading(chapter.number(), chapter.title());
        outline.rename(chapter, said.number(), said.title());
        audit.record(caller, "renamed", "chapter", chapterId, before, new Heading(chapter.number(), chapter.title()));
        return plan;
    }

    Plan renameMeasure(UUID planId, UUID measureId, Heading said, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanOutline outline = new PlanOutline(plan);
        Measure measure = outline.measure(measureId);
        Versions.requireMatch(ifMatch, measure.version());
        Heading before = new Heading(measure.number(), measure.title());
        outline.rename(measure, said.number(), said.title());
        audit.record(caller, "renamed", "measure", measureId, before, new Heading(measure.number(), measure.title()));
        return plan;
    }

    Plan join(UUID planId, UUID measureId, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanOutline outline = new PlanOutline(plan);
        Measure measure = outline.measure(measureId);
        Versions.requireMatch(ifMatch, measure.version());
        Heading before = new Heading(measure.number(), measure.title());
        plans.remove(outline.joinToFormer(measure));
        audit.record(caller, "joined", "measure", measureId, before, null);
        return plan;
    }

    Plan cut(UUID planId, UUID measureId, int at, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanOutline outline = new PlanOutline(plan);
        Measure measure = outline.measure(measureId);
        Versions.requireMatch(ifMatch, measure.version());
        Measure next = outline.split(measure, at);
        plans.add(next);
        audit.record(caller, "cut", "measure", measureId, null, Map.of("at", at, "next", next.id()));
        return plan;
    }
}
