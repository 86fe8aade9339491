package org.dudao.plan.reading.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** The body of a .docx as a reader sees it with all changes accepted: no deleted and no hidden text, no headers, notes and comments. */
final class DocxText {

    /** What is not in the text that a person sees, or is in it twice. */
    private static final Set<String> NOT_READ = Set.of(
            "del",
            "moveFrom",
            "delText",
            "instrText",
            "Fallback",
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPr",
            "numberingChange",
            "commentRangeStart",
            "rt");

    /** A paragraph while it is read; text boxes have paragraphs inside a paragraph. */
    private static final class Open {
        private final StringBuilder text = new StringBuilder();
        private String style = "";
        private int outline = -1;
        private int list = -1;
        private int depth = -1;
    }

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<WordTable> tables = new ArrayDeque<>();
    private final WordStyles styles;
    private final AutomaticNumbers numbers;
    private boolean inRun;
    private boolean hidden;

    private DocxText(WordStyles styles, AutomaticNumbers numbers) {
        this.styles = styles;
        this.numbers = numbers;
    }

    static List<Paragraph> of(Archive word) throws IOException {
        try {
            DocxText text = new DocxText(
                    new WordStyles(word.part("word/styles.xml").orElse(null)),
                    new AutomaticNumbers(word.part("word/numbering.xml").orElse(null)));
            text.read(new Xml(word.part(main(word)).orElseThrow(() -> new UnreadableDocument(Reason.BROKEN))));
            return text.paragraphs;
        } catch (XMLStreamException e) {
            throw new UnreadableDocument(Reason.BROKEN, e);
        }
    }

    /** Where the package says its main part is; nearly always word/document.xml. */
    private static String main(Archive word) throws IOException, XMLStreamException {
        Xml relations = new Xml(word.part("_rels/.rels").orElseThrow(() -> new UnreadableDocument(Reason.BROKEN)));
        for (int event = relations.next(); event != XMLStreamConstants.END_DOCUMENT; event = relations.next()) {
            String type = event == XMLStreamConstants.START_ELEMENT ? relations.attribute("Type") : null;
            String target = event == XMLStreamConstants.START_ELEMENT ? relations.attribute("Target") : null;
            if (type != null && target != null && type.endsWith("/officeDocument")) {
                return target.startsWith("/") ? target.substring(1) : target;
            }
        }
        return "word/document.xml";
    }

    private void read(Xml xml) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.name());
            }
        }
    }

    private void start(Xml xml) throws XMLStreamException {
        String name = xml.name();
        if (name.equals("del") && !tables.isEmpty() && tables.peek().isReadingRowProperties()) {
            tables.peek().dropRow();
        }
        if (NOT_READ.contains(name)) {
            xml.skip();
            return;
        }
        switch (name) {
            case "p" -> open.push(new Open());
            case "r" -> {
                inRun = true;
                hidden = false;
            }
            case "vanish" -> hidden |= inRun && xml.isOn();
            case "t" -> write(text(xml));
            case "tab", "ptab" -> write(inRun ? "\t" : "");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("-");
            case "tbl" -> tables.push(new WordTable());
            default -> properties(name, xml);
        }
    }

    private void properties(String name, Xml xml) {
        if (!tables.isEmpty()) {
            tables.peek().start(name, xml);
        }
        Open paragraph = open.peek();
        if (paragraph == null || inRun) {
            return;
        }
        switch (name) {
            case "pStyle" -> paragraph.style = String.valueOf(xml.attribute("val"));
            case "outlineLvl" -> paragraph.outline = xml.number("val", -1);
            case "numId" -> paragraph.list = xml.number("val", -1);
            case "ilvl" -> paragraph.depth = xml.number("val", -1);
            default -> {}
        }
    }

    private static String text(Xml xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            text.append(event == XMLStreamConstants.CHARACTERS ? xml.text() : "");
            event = xml.next();
        }
        return text.toString();
    }

    private void write(String text) {
        Open paragraph = open.peek();
        if (paragraph != null && !hidden) {
            paragraph.text.append(text);
        }
    }

    private void end(String name) {
        switch (name) {
            case "r" -> {
                inRun = false;
                hidden = false;
            }
            case "p" -> {
                if (!open.isEmpty()) {
                    close(open.pop());
                }
            }
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    tables.pop().paragraphs().forEach(this::keep);
                }
            }
            default -> {
                if (!tables.isEmpty()) {
                    tables.peek().end(name);
                }
            }
        }
    }

    private void close(Open paragraph) {
        if (paragraph.text.toString().isBlank() || styles.isContents(paragraph.style)) {
            return;
        }
        int list = paragraph.list >= 0 ? paragraph.list : styles.list(paragraph.style);
        int depth = paragraph.depth >= 0 ? paragraph.depth : styles.depth(paragraph.style);
        int level = paragraph.outline >= 0 ? (paragraph.outline + 1) % 10 : styles.level(paragraph.style);
        String shown = numbers.next(list, depth) + paragraph.text.toString().strip();
        shown.lines().map(line -> Paragraph.heading(line, level)).forEach(this::keep);
    }

    private void keep(Paragraph paragraph) {
        if (tables.isEmpty()) {
            paragraphs.add(paragraph);
        } else {
            tables.peek().add(paragraph);
        }
    }
}
