package org.dudao.plan.reading;

import java.util.List;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.VagueWords;
import org.jspecify.annotations.Nullable;

/** What was read from a document, for a person to review. */
public record DraftPlan(
        String title,
        @Nullable String issuer,
        @Nullable Integer year,
        Script script,
        List<DraftChapter> chapters,
        List<String> warnings) {

    public enum Script {
        HANS,
        HANT
    }

    /** @param ordinal as written without its delimiter, empty for a plan without chapters */
    public record DraftChapter(String ordinal, String title, List<DraftMeasure> measures) {}

    /**
     * @param ordinal as written with its delimiter, empty where the document has lost it
     * @param lead the unit that the document names as responsible: a suggestion
     */
    public record DraftMeasure(
            String ordinal,
            String title,
            String text,
            List<DraftTarget> targets,
            @Nullable String lead) {

        /** What the measure says it will do without a way to see whether it was done. */
        public List<VagueWords.Found> vague() {
            return VagueWords.in(text);
        }
    }

    DraftPlan with(List<String> otherWarnings) {
        return new DraftPlan(title, issuer, year, script, chapters, otherWarnings);
    }

    public List<DraftTarget> targets() {
        return chapters.stream()
                .flatMap(chapter -> chapter.measures().stream())
                .flatMap(measure -> measure.targets().stream())
                .toList();
    }

    public int measures() {
        return chapters.stream().mapToInt(chapter -> chapter.measures().size()).sum();
    }
}
