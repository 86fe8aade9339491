package org.dudao.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** What reviewers do to the headings of a draft that were misread. The text itself is never changed, only where it is cut. */
public final class PlanOutline {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 20;

    private final Plan plan;
    private final long version;

    /** @throws PlanNotOpen unless the plan is a draft */
    public PlanOutline(Plan plan) {
        plan.draft();
        this.plan = plan;
        this.version = plan.countVersion();
    }

    public void rename(Chapter chapter, @Nullable String number, @Nullable String title) {
        chapter.rename(
                number == null ? chapter.number() : fits("number", number, LONGEST_NUMBER),
                title == null ? chapter.title() : fits("title", title, LONGEST_TITLE),
                version);
    }

    public void rename(Measure measure, @Nullable String number, @Nullable String title) {
        measure.rename(
                number == null ? measure.number() : fits("number", number, LONGEST_NUMBER),
                title == null ? measure.title() : fits("title", title, LONGEST_TITLE),
                version);
    }

    private static String fits(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw Problem.invalid(field, "不超过 " + longest + " 个字。", "Takes at most " + longest + " characters.");
        }
        return stripped;
    }

    /** It was no measure of its own: its heading and text follow the former one's. @return the one that is no more */
    public Measure joinToFormer(Measure measure) {
        List<Measure> siblings = measure.chapter().measures();
        int at = siblings.indexOf(measure);
        if (at == 0) {
            throw Problem.conflict(
                    "no-former-measure",
                    "这是本章第一条措施，前面没有可并入的措施。",
                    "It is the first measure of its chapter; there is none before it to join.");
        }
        Measure former = siblings.get(at - 1);
        String heading = measure.body().startsWith(measure.title()) ? measure.number() : measure.label() + "。";
        int by = former.body().length() + 1 + heading.length();
        former.text(former.body() + "\n" + heading + measure.body(), version);
        measure.moveTargets(former, 0, by, version);
        siblings.remove(measure);
        return measure;
    }

    /** A heading was missed: from {@code at} on the text is a measure of its own. */
    public Measure split(Measure measure, int at) {
        String body = measure.body();
        if (at <= 0 || at >= body.length() || Character.isLowSurrogate(body.charAt(at))) {
            throw Problem.invalid("at", "断开处应在正文之内。", "The cut must lie within the text.");
        }
        Optional<Target> across = measure.targets().stream()
                .filter(t -> t.quoteStart() < at && at < t.quoteEnd())
                .findFirst();
        across.ifPresent(t -> {
            throw Problem.conflict(
                    "target-across-cut",
                    "目标“" + t.indicator() + "”跨越断开处，请先拆分该目标或换一处断开。",
                    "The target \"" + t.indicator() + "\" lies across the cut; split it first or cut elsewhere.");
        });
        String rest = body.substring(at);
        int stop = rest.indexOf('。');
        String title = rest.substring(0, stop < 0 ? Math.min(rest.length(), 60) : Math.min(stop, 60));
        plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .filter(m -> m.place() > measure.place())
                .forEach(Measure::stepBack);
        Measure next = measure.chapter().insertAfter(measure, title.strip(), rest);
        measure.text(body.substring(0, at), version);
        measure.moveTargets(next, at, -at, version);
        return next;
    }

    /** @throws Problem 404 when the plan has no such measure */
    public Measure measure(UUID id) {
        return plan.measure(id).orElseThrow(() -> Problem.notFound("措施", id));
    }

    /** @throws Problem 404 when the plan has no such chapter */
    public Chapter chapter(UUID id) {
        return plan.chapters().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("章", id));
    }
}
