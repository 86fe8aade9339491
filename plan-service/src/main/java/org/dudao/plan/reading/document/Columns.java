package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dudao.plan.reading.document.Typeset.Line;

/**
 * A page set in two columns, read down the left one and then down the right one; what runs across both (a title, a
 * chapter's heading) parts them. A table is none: its cells don't fill their column.
 */
final class Columns {

    /** Text at a place, up to the next gap of a line. */
    record Piece(String text, double x, double y, double end, double height) {}

    private static final int FEWEST_ROWS = 6;
    private static final double MOST_ROWS = 0.6;

    /** A gap between columns is wider than one between words, in characters. */
    private static final double GUTTER = 1.2;

    private Columns() {}

    /** The page's lines in the order in which they are read, the right column's moved over the left one's; empty for a page of one column. */
    static Optional<List<Line>> of(List<Piece> page) {
        List<List<Piece>> rows = rows(page);
        OptionalDouble gutter = gutter(rows);
        return gutter.isEmpty() ? Optional.empty() : Optional.of(inReadingOrder(rows, gutter.getAsDouble()));
    }

    private static List<List<Piece>> rows(List<Piece> page) {
        List<List<Piece>> rows = new ArrayList<>();
        double base = 0;
        for (Piece piece : page.stream()
                .sorted(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::x))
                .toList()) {
            if (rows.isEmpty() || piece.y() - base > piece.height() * 0.5) {
                rows.add(new ArrayList<>());
                base = piece.y();
            }
            rows.getLast().add(piece);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Piece::x)));
        return rows;
    }

    /** Where most rows have a gap that begins and ends at the same place. */
    private static OptionalDouble gutter(List<List<Piece>> rows) {
        double left = rows.stream().mapToDouble(row -> row.getFirst().x()).min().orElse(0);
        double right =
                rows.stream().mapToDouble(row -> row.getLast().end()).max().orElse(0);
        List<double[]> gaps = new ArrayList<>();
        for (List<Piece> row : rows) {
            for (int i = 1; i < row.size(); i++) {
                double from = row.get(i - 1).end();
                double to = row.get(i).x();
                boolean amid =
                        (from + to) / 2 > left + (right - left) * 0.4 && (from + to) / 2 < left + (right - left) * 0.6;
                if (amid && to - from > row.get(i).height() * GUTTER) {
                    gaps.add(new double[] {from, to, row.get(i).height()});
                }
            }
        }
        if (gaps.size() < FEWEST_ROWS || gaps.size() < rows.size() * MOST_ROWS / 2) {
            return OptionalDouble.empty();
        }
        double from = median(gaps, 0);
        double to = median(gaps, 1);
        long filled = gaps.stream()
                .filter(gap -> Math.abs(gap[0] - from) < gap[2] * 2 && Math.abs(gap[1] - to) < gap[2] * 2.5)
                .count();
        return filled >= gaps.size() * MOST_ROWS ? OptionalDouble.of((from + to) / 2) : OptionalDouble.empty();
    }

    private static double median(List<double[]> gaps, int which) {
        return gaps.stream()
                .mapToDouble(gap -> gap[which])
                .sorted()
                .skip(gaps.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static List<Line> inReadingOrder(List<List<Piece>> rows, double gutter) {
        double leftEdge = edge(rows, gutter, false);
        double shift = edge(rows, gutter, true) - leftEdge;
        List<Line> lines = new ArrayList<>();
        List<Line> right = new ArrayList<>();
        for (List<Piece> row : rows) {
            boolean across = row.stream().anyMatch(piece -> piece.x() < gutter && piece.end() > gutter);
            List<Piece> onTheLeft = row.stream()
                    .filter(piece -> across || piece.end() <= gutter)
                    .toList();
            List<Piece> onTheRight = row.stream()
                    .filter(piece -> !across && piece.end() > gutter)
                    .toList();
            if (across) {
                lines.addAll(right);
                right.clear();
            }
            line(onTheLeft, 0).ifPresent(lines::add);
            line(onTheRight, shift).ifPresent(right::add);
        }
        lines.addAll(right);
        return lines;
    }

    /** Where most lines of a column begin. */
    private static double edge(List<List<Piece>> rows, double gutter, boolean right) {
        double[] starts = rows.stream()
                .flatMap(row -> row.stream()
                        .filter(piece -> piece.x() > gutter == right)
                        .limit(1))
                .mapToDouble(Piece::x)
                .sorted()
                .toArray();
        return starts.length == 0 ? 0 : starts[starts.length / 4];
    }

    private static Optional<Line> line(List<Piece> row, double shift) {
        StringBuilder text = new StringBuilder();
        row.forEach(piece -> text.append(piece.text()));
        return text.toString().isBlank()
                ? Optional.empty()
                : Optional.of(new Line(
                        text.toString().strip(),
                        (float) (row.getFirst().x() - shift),
                        (float) (row.getLast().end() - shift),
                        (float) row.getFirst().height()));
    }
}
