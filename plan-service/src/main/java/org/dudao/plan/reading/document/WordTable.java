package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table while it is read: merged cells say what they say in each row that they reach. */
final class WordTable {

    /** No sheet of paper holds more; a made-up span would fill the memory. */
    private static final int MOST_COLUMNS = 64;

    private final List<List<String>> grid = new ArrayList<>();
    private final List<Paragraph> all = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final List<Paragraph> cell = new ArrayList<>();
    private int span = 1;
    private boolean continued;
    private boolean inRowProperties;
    private boolean dropped;

    void start(String name, Xml xml) {
        switch (name) {
            case "tr" -> {
                row = new ArrayList<>();
                dropped = false;
            }
            case "trPr" -> inRowProperties = true;
            case "tc" -> {
                cell.clear();
                span = 1;
                continued = false;
            }
            case "gridSpan" -> span = Math.clamp(xml.number("val", 1), 1, MOST_COLUMNS);
            case "vMerge" -> continued = !"restart".equals(xml.attribute("val"));
            default -> {}
        }
    }

    boolean isReadingRowProperties() {
        return inRowProperties;
    }

    /** A row that a tracked change has deleted. */
    void dropRow() {
        dropped = true;
    }

    void add(Paragraph paragraph) {
        cell.add(paragraph);
    }

    void end(String name) {
        switch (name) {
            case "trPr" -> inRowProperties = false;
            case "tc" -> {
                String text =
                        continued ? above() : cell.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
                if (!dropped) {
                    all.addAll(cell);
                    cell.clear();
                }
                for (int i = 0; i < span && row.size() < MOST_COLUMNS; i++) {
                    row.add(text);
                }
            }
            case "tr" -> {
                if (!dropped) {
                    grid.add(row);
                }
            }
            default -> {}
        }
    }

    private String above() {
        return grid.isEmpty() || grid.getLast().size() <= row.size()
                ? ""
                : grid.getLast().get(row.size());
    }

    /** Its rows, or for a table that only lays out the page its paragraphs. */
    List<Paragraph> paragraphs() {
        return Tables.rows(grid).orElse(all);
    }
}
