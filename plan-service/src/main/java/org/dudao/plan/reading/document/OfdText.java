package org.dudao.plan.reading.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dudao.plan.reading.document.Columns.Piece;
import org.dudao.plan.reading.document.Typeset.Line;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/**
 * The national layout format (GB/T 33190): like a .pdf it knows text at places on pages only, in millimetres. Read by
 * ourselves: ofdrw-reader gives text without the places that paragraphs are put together from, and unpacks to disk.
 */
final class OfdText {

    private OfdText() {}

    static List<Paragraph> of(Archive ofd) throws IOException {
        try {
            String root = values(ofd, "OFD.xml", "DocRoot").stream()
                    .findFirst()
                    .orElseThrow(() -> new UnreadableDocument(Reason.BROKEN));
            List<String> pages = locations(ofd, root, "Page");
            if (pages.size() > Limits.PAGES) {
                throw new UnreadableDocument(Reason.TOO_MANY_PAGES);
            }
            List<List<Line>> lines = new ArrayList<>();
            for (String page : pages) {
                Optional<byte[]> part = ofd.part(beside(root, page));
                if (part.isPresent()) {
                    List<Piece> pieces = pieces(new Xml(part.get()));
                    lines.add(Columns.of(pieces).orElseGet(() -> lines(pieces)));
                }
            }
            if (lines.stream().allMatch(List::isEmpty)) {
                throw new UnreadableDocument(pages.isEmpty() ? Reason.EMPTY : Reason.SCANNED);
            }
            return Typeset.paragraphs(lines).stream().map(Paragraph::of).toList();
        } catch (XMLStreamException e) {
            throw new UnreadableDocument(Reason.BROKEN, e);
        }
    }

    private static List<Piece> pieces(Xml page) throws XMLStreamException {
        List<Piece> pieces = new ArrayList<>();
        double left = 0;
        double top = 0;
        double size = 0;
        for (int event = page.next(); event != XMLStreamConstants.END_DOCUMENT; event = page.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (page.name().equals("TextObject")) {
                double[] box = numbers(page.attribute("Boundary"));
                left = box.length > 1 ? box[0] : 0;
                top = box.length > 1 ? box[1] : 0;
                size = numbers(page.attribute("Size")).length > 0 ? numbers(page.attribute("Size"))[0] : 0;
            } else if (page.name().equals("TextCode")) {
                double[] x = numbers(page.attribute("X"));
                double[] y = numbers(page.attribute("Y"));
                double start = left + (x.length > 0 ? x[0] : 0);
                double base = top + (y.length > 0 ? y[0] : 0);
                page.next();
                String text = page.text();
                pieces.add(new Piece(text, start, base, start + width(text) * size, size));
            }
        }
        return pieces;
    }

    /** In characters; digits and letters take half of one. */
    private static double width(String text) {
        return text.chars().mapToDouble(c -> c < 128 ? 0.5 : 1).sum();
    }

    /** Pieces on one base line make a line, from left to right. */
    private static List<Line> lines(List<Piece> pieces) {
        List<Line> lines = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (Piece piece :
                pieces.stream().sorted(Comparator.comparingDouble(Piece::y)).toList()) {
            if (!row.isEmpty()
                    && piece.y() - row.getLast().y() > Math.max(1, row.getLast().height() / 2)) {
                lines.add(line(row));
                row = new ArrayList<>();
            }
            row.add(piece);
        }
        if (!row.isEmpty()) {
            lines.add(line(row));
        }
        return lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    private static Line line(List<Piece> row) {
        List<Piece> ordered =
                row.stream().sorted(Comparator.comparingDouble(Piece::x)).toList();
        StringBuilder text = new StringBuilder();
        ordered.forEach(piece -> text.append(piece.text()));
        double end = ordered.stream().mapToDouble(Piece::end).max().orElse(0);
        return new Line(text.toString().strip(), (float) ordered.getFirst().x(), (float) end, (float)
                ordered.getFirst().height());
    }

    private static double[] numbers(@org.jspecify.annotations.Nullable String written) {
        if (written == null || !written.strip().matches("[-\\d.eE ]+")) {
            return new double[0];
        }
        String[] words = written.strip().split(" +");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                return new double[0];
            }
        }
        return numbers;
    }

    private static List<String> values(Archive ofd, String part, String element)
            throws IOException, XMLStreamException {
        Xml xml = new Xml(ofd.part(part).orElseThrow(() -> new UnreadableDocument(Reason.BROKEN)));
        List<String> values = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals(element)) {
                xml.next();
                values.add(xml.text().strip());
            }
        }
        return values;
    }

    private static List<String> locations(Archive ofd, String part, String element)
            throws IOException, XMLStreamException {
        Xml xml = new Xml(ofd.part(beside("", part)).orElseThrow(() -> new UnreadableDocument(Reason.BROKEN)));
        List<String> locations = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            String location =
                    event == XMLStreamConstants.START_ELEMENT && xml.name().equals(element)
                            ? xml.attribute("BaseLoc")
                            : null;
            if (location != null) {
                locations.add(location);
            }
        }
        return locations;
    }

    private static String beside(String part, String location) {
        if (location.startsWith("/")) {
            return location.substring(1);
        }
        Path folder = Path.of("/" + part).getParent();
        return (folder == null ? Path.of("/") : folder)
                .resolve(location)
                .normalize()
                .toString()
                .substring(1);
    }
}
