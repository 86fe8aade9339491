package org.dudao.plan.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dudao.plan.reading.UnreadableDocument.Reason;

/** A .pdf knows only lines at places on pages: paragraphs are put together again from indents, short last lines and numbering. */
final class PdfText {

    private record Line(String text, float x, float end, float height) {}

    private PdfText() {}

    static List<String> of(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > Limits.PAGES) {
                throw new UnreadableDocument(Reason.TOO_MANY_PAGES);
            }
            LineCollector collector = new LineCollector();
            collector.getText(document);
            if (collector.lines.isEmpty()) {
                throw new UnreadableDocument(document.getNumberOfPages() == 0 ? Reason.EMPTY : Reason.SCANNED);
            }
            return paragraphs(withoutRunningHeads(collector.lines, document.getNumberOfPages()));
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        }
    }

    /** The same line (but for its digits) on most pages is a header or footer; a lone number is a page number. */
    private static List<Line> withoutRunningHeads(List<Line> lines, int pages) {
        Map<String, Integer> seen = new HashMap<>();
        lines.forEach(line -> seen.merge(line.text.replaceAll("\\d+", "#"), 1, Integer::sum));
        return lines.stream()
                .filter(line -> !PageNumbers.isOne(line.text))
                .filter(line -> pages < 3 || seen.getOrDefault(line.text.replaceAll("\\d+", "#"), 0) * 2 <= pages)
                .toList();
    }

    private static List<String> paragraphs(List<Line> lines) {
        double left = lines.stream()
                .mapToDouble(Line::x)
                .sorted()
                .skip(lines.size() / 20)
                .findFirst()
                .orElse(0);
        double right = lines.stream()
                .mapToDouble(Line::end)
                .sorted()
                .skip(lines.size() * 19L / 20)
                .findFirst()
                .orElse(0);
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Line before = null;
        for (Line line : lines) {
            boolean starts = before == null
                    || line.x > left + line.height * 0.8
                    || before.end < right - before.height * 2.5
                    || (Numbering.at(Wording.matched(line.text)).isPresent() && endsSentence(before.text));
            if (starts && !open.isEmpty()) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            open.append(line.text);
            before = line;
        }
        paragraphs.add(open.toString());
        return paragraphs;
    }

    private static boolean endsSentence(String text) {
        return !text.isEmpty() && "。！？；.!?;".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static final class LineCollector extends PDFTextStripper {

        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<TextPosition> places = new ArrayList<>();

        LineCollector() {
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            text.append(string);
            places.addAll(positions);
        }

        @Override
        protected void writeWordSeparator() {
            // Chinese has no spaces between words: a gap is typesetting.
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) {
            endLine();
        }

        private void endLine() {
            String line = text.toString().strip();
            if (!line.isEmpty() && !places.isEmpty()) {
                List<TextPosition> inked =
                        places.stream().filter(p -> !p.getUnicode().isBlank()).toList();
                TextPosition first = inked.getFirst();
                TextPosition last = inked.getLast();
                lines.add(new Line(
                        line, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), first.getFontSizeInPt()));
            }
            text.setLength(0);
            places.clear();
        }
    }
}
