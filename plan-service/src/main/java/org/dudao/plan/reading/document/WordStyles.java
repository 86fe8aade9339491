package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What a paragraph has by its style: outline level and list. */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|標題) ?([1-9])");
    private static final int NONE = -1;

    static final class Style {
        private String based = "";
        private String name = "";
        private int outline = NONE;
        private int list = NONE;
        private int depth = NONE;
    }

    private final Map<String, Style> styles = new HashMap<>();

    WordStyles(byte @Nullable [] part) throws XMLStreamException {
        if (part == null) {
            return;
        }
        Xml xml = new Xml(part);
        Style style = new Style();
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String value = xml.attribute("val");
                String text = value == null ? "" : value;
                switch (xml.name()) {
                    case "style" -> {
                        style = new Style();
                        String id = xml.attribute("styleId");
                        styles.put(id == null ? "" : id, style);
                    }
                    case "name" -> style.name = text.toLowerCase(Locale.ROOT);
                    case "basedOn" -> style.based = text;
                    case "outlineLvl" -> style.outline = xml.number("val", NONE);
                    case "numId" -> style.list = xml.number("val", NONE);
                    case "ilvl" -> style.depth = xml.number("val", NONE);
                    default -> {}
                }
            }
        }
    }

    /** From 1, or 0 for body text. */
    int level(String id) {
        for (Style style : chain(id)) {
            Matcher named = HEADING.matcher(style.name);
            if (named.matches()) {
                return Integer.parseInt(named.group(1));
            }
            if (style.outline >= 0 && style.outline < 9) {
                return style.outline + 1;
            }
        }
        return 0;
    }

    /** Lines of a table of contents repeat the headings. */
    boolean isContents(String id) {
        return chain(id).stream().anyMatch(style -> style.name.matches("toc ?\\d.*|toc heading|目录.*"));
    }

    int list(String id) {
        return chain(id).stream()
                .mapToInt(s -> s.list)
                .filter(l -> l >= 0)
                .findFirst()
                .orElse(0);
    }

    int depth(String id) {
        return chain(id).stream()
                .mapToInt(s -> s.depth)
                .filter(d -> d >= 0)
                .findFirst()
                .orElse(0);
    }

    private List<Style> chain(String id) {
        List<Style> chain = new ArrayList<>();
        Style style = styles.get(id);
        while (style != null && chain.size() < 20) {
            chain.add(style);
            style = styles.get(style.based);
        }
        return chain;
    }
}
