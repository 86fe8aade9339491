package org.dudao.plan.importing;

import java.util.List;
import java.util.Locale;
import org.dudao.plan.reading.outline.Part;
import org.jspecify.annotations.Nullable;

/** The file holds more than one plan: a person chooses. */
final class SeveralPlans extends RuntimeException {

    private static final int BEGINNING = 80;

    /**
     * @param part what the next request names
     * @param kind plan or summary
     * @param beginning the first words, to know it by
     */
    record Option(
            int part, String kind, String title, @Nullable Integer year, int characters, String beginning) {}

    private final List<Option> options;

    SeveralPlans(List<Part> parts) {
        super(parts.size() + " documents in one file");
        this.options = parts.stream()
                .map(part -> new Option(
                        part.number(),
                        part.kind().name().toLowerCase(Locale.ROOT),
                        part.title(),
                        part.year(),
                        part.text().length(),
                        beginning(part.text())))
                .toList();
    }

    List<Option> options() {
        return options;
    }

    String detail(boolean chinese) {
        return chinese
                ? "文件里有 " + options.size() + " 份文稿。请选择要导入的一份，用 part 指明它的序号。"
                : "The file holds " + options.size() + " documents. Choose one and name its number as part.";
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(BEGINNING, line.length()));
    }
}
