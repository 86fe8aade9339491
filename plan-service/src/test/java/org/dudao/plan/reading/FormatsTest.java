package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One plan of our own in files that office programs and a layout library wrote: each is read like its plain text. */
class FormatsTest {

    private static DraftPlan read(String file) throws IOException {
        try (InputStream in = FormatsTest.class.getResourceAsStream("/reading/formats/" + file)) {
            return PlanReader.read(Objects.requireNonNull(in).readAllBytes());
        }
    }

    /** What a person sees of the draft. */
    private static List<String> headings(DraftPlan plan) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream().map(m -> c.ordinal() + c.title() + m.ordinal() + m.text()))
                .toList();
    }

    private static List<String> targets(DraftPlan plan) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .flatMap(m -> m.targets().stream())
                .map(t -> t.quote() + t.value() + t.unit() + t.comparator() + t.due())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.docx", "plan.wps", "plan.ofd", "two-columns.pdf"})
    void is_read_like_its_plain_text(String file) throws IOException {
        DraftPlan text = read("plan.txt");
        DraftPlan plan = read(file);
        assertTrue(targets(text).size() >= 30);
        assertEquals(headings(text), headings(plan));
        assertEquals(targets(text), targets(plan));
    }
}
