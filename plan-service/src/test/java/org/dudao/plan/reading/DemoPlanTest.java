package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.junit.jupiter.api.Test;

/** The plan that the project ships: six chapters, thirty measures, forty targets, the whole grammar. */
class DemoPlanTest {

    private static final Path FOLDER = Path.of("..", "deploy", "demo", "plan");
    private static final String NAME = "云溪县教育局2026年工作要点";

    private static DraftPlan read(String extension) throws IOException {
        return PlanReader.read(Files.readAllBytes(FOLDER.resolve(NAME + extension)));
    }

    @Test
    void six_chapters_thirty_measures_forty_targets() throws IOException {
        DraftPlan plan = read(".docx");
        assertEquals(NAME, plan.title());
        assertEquals("云溪县教育局", plan.issuer());
        assertEquals(2026, plan.year());
        assertEquals(6, plan.chapters().size());
        assertEquals(30, plan.measures());
        assertEquals(40, plan.targets().size());
        assertEquals(0, plan.warnings().size());
    }

    @Test
    void every_form_of_the_grammar_but_area_is_in_it() throws IOException {
        Set<Kind> kinds =
                read(".docx").targets().stream().map(DraftTarget::kind).collect(Collectors.toSet());
        Set<Kind> expected = EnumSet.allOf(Kind.class);
        expected.remove(Kind.AREA);
        assertEquals(expected, kinds);
    }

    @Test
    void its_dates_are_spread_over_the_year_and_most_targets_have_none() throws IOException {
        var months = read(".docx").targets().stream()
                .filter(t -> t.due() != null)
                .map(t -> t.due().on().getMonth())
                .distinct()
                .count();
        assertTrue(months >= 6, "months: " + months);
        assertTrue(read(".docx").targets().stream().filter(t -> t.due() == null).count() > 20);
    }

    @Test
    void the_document_is_the_text_it_was_made_from() throws IOException {
        assertEquals(read(".txt"), read(".docx"));
    }
}
