package org.dudao.task;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Rows that people send and get as an .xlsx: the first worksheet, its first row the column titles. */
public final class Sheet {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A workbook of 20,000 full rows unpacks to some 10 MB; one that grows beyond this is made to hurt. */
    private static final long MOST_UNPACKED = 100L << 20;

    private static final String FORMULA_STARTS = "=+-@";

    private Sheet() {}

    /**
     * A column.
     *
     * @param title as it stands in the first row
     * @param field the same in JSON; it is understood as a title, too
     * @param hint what may stand in it
     */
    public record Column(String title, String field, String hint) {}

    /** @param number as the spreadsheet counts it */
    public record Row(int number, Map<String, String> cells) {

        /** What stands there, without blanks around; null when nothing does. */
        public @Nullable String text(String field) {
            return cells.get(field);
        }
    }

    /** @throws Problem 422 when it is no workbook, lacks a required column or has too many rows; empty rows are skipped */
    public static List<Row> read(byte[] file, List<Column> columns, List<String> required, int mostRows) {
        refuseBombs(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<org.dhatim.fastexcel.reader.Row> lines =
                        workbook.getFirstSheet().openStream()) {
            return rows(lines, columns, required, mostRows);
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static List<Row> rows(
            Stream<org.dhatim.fastexcel.reader.Row> lines, List<Column> columns, List<String> required, int mostRows) {
        Map<Integer, String> fields = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        lines.forEach(line -> {
            if (fields.isEmpty()) {
                fields.putAll(titles(line, columns));
                requireColumns(fields, columns, required);
                return;
            }
            Map<String, String> cells = new HashMap<>();
            fields.forEach((at, field) -> text(line, at).ifPresent(text -> cells.put(field, text)));
            if (!cells.isEmpty()) {
                rows.add(new Row(line.getRowNum(), cells));
                refuseTooMany(rows, mostRows);
            }
        });
        if (rows.isEmpty()) {
            throw Problem.invalid("file", "表格里没有数据行。", "There is no row of data in the sheet.");
        }
        return rows;
    }

    private static void refuseTooMany(List<Row> rows, int mostRows) {
        if (rows.size() > mostRows) {
            throw Problem.invalid(
                    "file",
                    "一次最多 " + mostRows + " 行，请分批提交。",
                    "At most " + mostRows + " rows at once; send them in parts.");
        }
    }

    private static Map<Integer, String> titles(org.dhatim.fastexcel.reader.Row line, List<Column> columns) {
        Map<Integer, String> fields = new HashMap<>();
        for (int at = 0; at < line.getCellCount(); at++) {
            String title = text(line, at).orElse("").replace("*", "").strip();
            for (Column column : columns) {
                if (column.title().equals(title) || column.field().equalsIgnoreCase(title)) {
                    fields.put(at, column.field());
                }
            }
        }
        return fields;
    }

    private static void requireColumns(Map<Integer, String> fields, List<Column> columns, List<String> required) {
        List<Problem.Field> missing = columns.stream()
                .filter(c -> required.contains(c.field()) && !fields.containsValue(c.field()))
                .map(c -> new Problem.Field(c.field(), "缺少列“" + c.title() + "”", "column " + c.title() + " is missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Problem(
                    422,
                    "columns-missing",
                    "表格第一行缺少必要的列，请下载模板填写。",
                    "The first row lacks required columns; start from the template.",
                    missing);
        }
    }

    private static Optional<String> text(org.dhatim.fastexcel.reader.Row line, int at) {
        if (at >= line.getCellCount()) {
            return Optional.empty();
        }
        Cell cell = line.getCell(at);
        if (cell == null || cell.getValue() == null) {
            return Optional.empty();
        }
        String text = cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
        String stripped = text.strip();
        boolean guarded =
                stripped.length() > 1 && stripped.charAt(0) == '\'' && FORMULA_STARTS.indexOf(stripped.charAt(1)) >= 0;
        return Optional.of(guarded ? stripped.substring(1) : stripped).filter(t -> !t.isEmpty());
    }

    private static void refuseBombs(byte[] file) {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED) {
                            throw new Problem(413, "too-large", "表格展开后过大。", "The sheet is too large once unpacked.");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.invalid(
                "file",
                "无法读取这个文件，请用 .xlsx 格式保存后重试（不支持 .xls）。",
                "This file cannot be read; save it as .xlsx and try again (.xls is not supported).");
    }

    /** A workbook with the titles, the rows, and a second worksheet that says what may stand in each column. */
    public static byte[] write(
            String name, List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Dudao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c).title());
                sheet.style(0, c).bold().set();
                sheet.width(c, 16);
            }
            sheet.freezePane(0, 1);
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    put(sheet, r + 1, c, rows.get(r).get(c));
                }
            }
            Worksheet hints = workbook.newWorksheet("填写说明");
            hints.width(1, 80);
            for (int c = 0; c < columns.size(); c++) {
                hints.value(c, 0, columns.get(c).title());
                hints.value(c, 1, columns.get(c).hint());
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int r, int c, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer n -> sheet.value(r, c, n);
            case BigDecimal n -> sheet.value(r, c, n);
            default -> {
                String text = value.toString();
                // A cell that begins like a formula is one, once it has been through a CSV.
                boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
                sheet.value(r, c, formula ? "'" + text : text);
            }
        }
    }
}
