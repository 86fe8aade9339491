package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.Due;
import org.dudao.plan.reading.targets.Recurrence;
import org.dudao.plan.reading.targets.TargetGrammar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reader against an annotator on sentences of our own writing; the floors are what was reached. */
class AnnotatedSentencesTest {

    private static final int YEAR = 2026;
    private static final double DETECTION = 0.99;
    private static final double FIELD = 0.98;

    private record Sentence(String text, List<Expected> expected) {}

    private record Expected(
            boolean borderline,
            String quote,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String comparator,
            @Nullable String due,
            @Nullable String recurrence) {

        static Expected of(String line) {
            boolean borderline = line.startsWith("?");
            String[] cells = (borderline ? line.substring(1) : line).split("\\|", -1);
            String value = cell(cells, 1);
            return new Expected(
                    borderline,
                    cells[0],
                    value == null ? null : new BigDecimal(value),
                    cell(cells, 2),
                    cell(cells, 3),
                    cell(cells, 4),
                    cell(cells, 5));
        }

        private static @Nullable String cell(String[] cells, int i) {
            return i >= cells.length || cells[i].isBlank() ? null : cells[i].strip();
        }

        boolean agrees(DraftTarget read) {
            return Quotes.overlap(quote, read.quote()) >= 0.5
                    && (value == null || (read.value() != null && value.compareTo(read.value()) == 0));
        }
    }

    private record Pair(Expected expected, DraftTarget read) {}

    private final List<Pair> found = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void as_an_annotator_reads_them() throws IOException {
        List<Sentence> sentences = sentences();
        assertTrue(sentences.size() >= 480, "sentences: " + sentences.size());
        sentences.forEach(this::compare);
        double precision = (double) found.size() / (found.size() + wrong.size());
        double recall = (double) found.size() / (found.size() + missed.size());
        assertTrue(precision >= DETECTION, "precision " + precision + "; wrong: " + wrong);
        assertTrue(recall >= DETECTION, "recall " + recall + "; missed: " + missed);
        field("comparator", (e, t) -> e.comparator == null || e.comparator.equals(word(t.comparator())));
        field("unit", (e, t) -> e.unit == null || e.unit.equals(t.unit()) || (e.unit.equals("%") && percent(t)));
        field("due", (e, t) -> Objects.equals(e.due, due(t)));
        field("recurrence", (e, t) -> Objects.equals(e.recurrence, recurrence(t)));
    }

    private void field(String name, BiPredicate<Expected, DraftTarget> same) {
        List<String> different = found.stream()
                .filter(pair -> !same.test(pair.expected, pair.read))
                .map(pair -> pair.expected + " read as " + pair.read)
                .toList();
        double share = 1 - (double) different.size() / found.size();
        assertTrue(share >= FIELD, name + " " + share + ": " + different);
    }

    private void compare(Sentence sentence) {
        List<Expected> open = new ArrayList<>(sentence.expected);
        for (DraftTarget read : TargetGrammar.read(sentence.text, YEAR)) {
            Optional<Expected> match = open.stream()
                    .filter(e -> e.agrees(read))
                    .max(java.util.Comparator.comparingDouble(e -> Quotes.overlap(e.quote, read.quote())));
            match.ifPresentOrElse(
                    e -> {
                        open.remove(e);
                        found.add(new Pair(e, read));
                    },
                    () -> {
                        if (sentence.expected.stream()
                                .noneMatch(e -> e.borderline && Quotes.overlap(e.quote, read.quote()) >= 0.5)) {
                            wrong.add(read.quote() + " in " + sentence.text);
                        }
                    });
        }
        open.stream().filter(e -> !e.borderline).forEach(e -> missed.add(e.quote + " in " + sentence.text));
    }

    private static String word(Comparator comparator) {
        return comparator.name().toLowerCase(Locale.ROOT);
    }

    private static boolean percent(DraftTarget t) {
        return t.unit() != null && t.unit().contains("百分点");
    }

    private static @Nullable String due(DraftTarget t) {
        Due due = t.due();
        return due == null || due.on() == null ? null : due.on().toString();
    }

    private static @Nullable String recurrence(DraftTarget t) {
        Recurrence recurrence = t.recurrence();
        return recurrence == null
                ? null
                : recurrence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Sentence> sentences() throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        try (InputStream in = AnnotatedSentencesTest.class.getResourceAsStream("/reading/annotated-sentences.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith(" ")) {
                    sentences.getLast().expected.add(Expected.of(line.strip()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sentences.add(new Sentence(line, new ArrayList<>()));
                }
            }
        }
        return sentences;
    }
}
