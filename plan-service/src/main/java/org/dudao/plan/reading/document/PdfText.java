package org.dudao.plan.reading.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dudao.plan.reading.document.Columns.Piece;
import org.dudao.plan.reading.document.Typeset.Line;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** The lines of a .pdf with their places. */
final class PdfText {

    private PdfText() {}

    static List<String> of(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > Limits.PAGES) {
                throw new UnreadableDocument(Reason.TOO_MANY_PAGES);
            }
            LineCollector collector = new LineCollector();
            collector.getText(document);
            if (collector.pages.stream().allMatch(List::isEmpty)) {
                throw new UnreadableDocument(document.getNumberOfPages() == 0 ? Reason.EMPTY : Reason.SCANNED);
            }
            return Typeset.paragraphs(collector.pages);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        }
    }

    private static final class LineCollector extends PDFTextStripper {

        private final List<List<Line>> pages = new ArrayList<>();
        private final List<Line> page = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<TextPosition> places = new ArrayList<>();

        LineCollector() {
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            text.append(string);
            places.addAll(positions);
            List<TextPosition> inked = inked(positions);
            if (!inked.isEmpty()) {
                TextPosition first = inked.getFirst();
                pieces.add(
                        new Piece(string, first.getXDirAdj(), first.getYDirAdj(), end(inked), first.getFontSizeInPt()));
            }
        }

        private static List<TextPosition> inked(List<TextPosition> positions) {
            return positions.stream().filter(p -> !p.getUnicode().isBlank()).toList();
        }

        private static float end(List<TextPosition> inked) {
            TextPosition last = inked.getLast();
            return last.getXDirAdj() + last.getWidthDirAdj();
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
        protected void endPage(org.apache.pdfbox.pdmodel.PDPage ended) {
            endLine();
            pages.add(Columns.of(pieces).orElse(List.copyOf(page)));
            page.clear();
            pieces.clear();
        }

        private void endLine() {
            String line = text.toString().strip();
            if (!line.isEmpty() && !places.isEmpty()) {
                List<TextPosition> inked = inked(places);
                TextPosition first = inked.getFirst();
                page.add(new Line(line, first.getXDirAdj(), end(inked), first.getFontSizeInPt()));
            }
            text.setLength(0);
            places.clear();
        }
    }
}
