package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.plan.reading.targets.DraftTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real plans, annotated by hand, where the folder with them is present. They are measured, not kept in the project; the floors are what was reached. */
class RealPlansTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "plans");

    private record Gold(String quote, JsonNode node, boolean borderline) {}

    private record Count(int found, int missed, int wrong, int headings, int headingsRight, int headingsRead) {

        double f1() {
            return found == 0 && missed == 0 && wrong == 0 ? 1 : 2.0 * found / (2.0 * found + missed + wrong);
        }

        double headingsF1() {
            return headings + headingsRead == 0 ? 1 : 2.0 * headingsRight / (headings + headingsRead);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A, txt",
        "A, docx",
        "A, pdf",
        "B1, txt",
        "B1, docx",
        "B2, txt",
        "B3, txt",
        "B4, txt",
        "B4, docx",
        "B4, doc",
        "D2, txt",
        "D2, docx",
        "D2, pdf"
    })
    void targets_and_headings_stay_above_their_floors(String id, String extension) throws IOException {
        Path document = FOLDER.resolve(id + "." + extension);
        assumeTrue(Files.exists(document), "the annotated plans are not beside the project");
        JsonNode gold =
                new ObjectMapper().readTree(FOLDER.resolve(id + ".gold.json").toFile());
        Count count = compare(gold, PlanReader.read(Files.readAllBytes(document)));
        assertTrue(count.f1() >= 0.97, id + "." + extension + " targets " + count);
        assertTrue(count.headingsF1() >= 0.98, id + "." + extension + " headings " + count);
    }

    private static Count compare(JsonNode plan, DraftPlan draft) {
        List<Gold> golds = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (JsonNode chapter : plan.get("chapters")) {
            heading(
                    headings,
                    chapter.path("ordinal").asText(),
                    chapter.path("title").asText());
            for (JsonNode measure : chapter.get("measures")) {
                heading(
                        headings,
                        measure.path("ordinal").asText(),
                        measure.path("title").asText());
                measure.path("targets")
                        .forEach(t -> golds.add(new Gold(
                                t.get("quote").asText(), t, t.path("borderline").asBoolean())));
                measure.path("optional")
                        .forEach(o -> optional.add(
                                o.isTextual() ? o.asText() : o.get("quote").asText()));
            }
        }
        Set<String> read = new HashSet<>();
        draft.chapters().forEach(chapter -> {
            heading(read, chapter.ordinal(), chapter.title());
            chapter.measures().forEach(measure -> heading(read, measure.ordinal(), measure.title()));
        });
        int found = 0;
        int wrong = 0;
        List<Gold> open = new ArrayList<>(golds);
        for (DraftTarget target : draft.targets()) {
            var match = open.stream().filter(g -> agrees(g, target)).findFirst();
            if (match.isPresent()) {
                open.remove(match.get());
                found++;
            } else if (optional.stream().noneMatch(o -> Quotes.overlap(o, target.quote()) >= 0.5)
                    && golds.stream().noneMatch(g -> g.borderline && Quotes.overlap(g.quote, target.quote()) >= 0.5)) {
                wrong++;
            }
        }
        int missed = (int) open.stream().filter(g -> !g.borderline).count();
        Set<String> right = new HashSet<>(headings);
        right.retainAll(read);
        return new Count(found, missed, wrong, headings.size(), right.size(), read.size());
    }

    private static void heading(Set<String> headings, String ordinal, String title) {
        String number = Quotes.plain(ordinal).replaceAll("[、.()]", "");
        if (!number.isEmpty()) {
            headings.add(number + " "
                    + Quotes.plain(title)
                            .substring(0, Math.min(12, Quotes.plain(title).length())));
        }
    }

    private static boolean agrees(Gold gold, DraftTarget target) {
        if (Quotes.overlap(gold.quote, target.quote()) < 0.5) {
            return false;
        }
        JsonNode value = gold.node.path("value");
        BigDecimal read = target.value();
        return value.isNull()
                || value.isMissingNode()
                || (read == null
                        ? gold.node.path("value_implied").asBoolean()
                        : value.decimalValue().compareTo(read) == 0);
    }
}
