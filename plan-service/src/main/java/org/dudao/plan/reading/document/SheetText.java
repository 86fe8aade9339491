package org.dudao.plan.reading.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** A plan kept in a spreadsheet: what stands above the column names is its head, each row below them a measure. */
final class SheetText {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 60;

    private SheetText() {}

    /** @param parts the same file: every part is unpacked within bounds before the reader of sheets sees it */
    static List<Paragraph> of(byte[] bytes, Archive parts) throws IOException {
        parts.requireAllWithinBounds();
        List<Paragraph> paragraphs = new ArrayList<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                Tables.rows(grid(sheet)).ifPresent(paragraphs::addAll);
            }
        } catch (ExcelReaderException e) {
            throw new UnreadableDocument(Reason.BROKEN, e);
        }
        if (paragraphs.isEmpty()) {
            throw new UnreadableDocument(Reason.SHEET);
        }
        return paragraphs;
    }

    private static List<List<String>> grid(Sheet sheet) throws IOException {
        List<List<String>> grid = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                    cells.add(row.getOptionalCell(i).map(SheetText::text).orElse(""));
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    grid.add(cells);
                }
                if (grid.size() > MOST_ROWS) {
                    throw new UnreadableDocument(Reason.TOO_LONG);
                }
            }
        }
        return grid;
    }

    private static String text(Cell cell) {
        return day(cell)
                .map(day -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日")
                .orElseGet(() -> cell.getType() == CellType.ERROR ? "" : cell.getText());
    }

    /** Spreadsheets keep a day as a number that is shown as one. */
    private static Optional<LocalDate> day(Cell cell) {
        String format = cell.getType() == CellType.NUMBER ? cell.getDataFormatString() : null;
        return format != null && format.matches("(?i).*[yd].*")
                ? Optional.of(cell.asDate().toLocalDate())
                : Optional.empty();
    }
}
