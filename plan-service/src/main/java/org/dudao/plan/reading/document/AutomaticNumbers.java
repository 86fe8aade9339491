package org.dudao.plan.reading.document;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dudao.plan.reading.wording.Numerals;
import org.jspecify.annotations.Nullable;

/** The numbers that Word shows before a paragraph but does not keep in its text. Lists of one definition count together unless one begins anew. */
final class AutomaticNumbers {

    private static final int LEVELS = 9;

    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String pattern = "";
    }

    private static final class Definition {
        private final Level[] levels = new Level[LEVELS];
        private final int[] counters = new int[LEVELS];

        Definition() {
            for (int i = 0; i < LEVELS; i++) {
                levels[i] = new Level();
            }
        }
    }

    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Map<Integer, Integer> definitionOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();

    AutomaticNumbers(byte @Nullable [] part) throws XMLStreamException {
        if (part == null) {
            return;
        }
        Xml xml = new Xml(part);
        Definition definition = new Definition();
        Level level = new Level();
        int list = 0;
        int overridden = -1;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = xml.attribute("val");
            switch (xml.name()) {
                case "abstractNum" -> {
                    definition = new Definition();
                    definitions.put(xml.number("abstractNumId", -1), definition);
                }
                case "lvl" -> level = definition.levels[within(xml.number("ilvl", 0))];
                case "start" -> level.start = xml.number("val", 1);
                case "numFmt" -> level.format = value == null ? "decimal" : value;
                case "lvlText" -> level.pattern = value == null ? "" : value;
                case "num" -> list = xml.number("numId", 0);
                case "abstractNumId" -> definitionOf.put(list, xml.number("val", -1));
                case "lvlOverride" -> {
                    overridden = within(xml.number("ilvl", 0));
                    level = new Level();
                }
                case "startOverride" ->
                    restarts.computeIfAbsent(list, l -> new HashMap<>()).put(overridden, xml.number("val", 1));
                default -> {}
            }
        }
    }

    private static int within(int level) {
        return Math.clamp(level, 0, LEVELS - 1);
    }

    /** Counts the paragraph; what Word shows before it. */
    String next(int list, int depthAsWritten) {
        Definition definition = definitions.get(definitionOf.getOrDefault(list, -1));
        if (list == 0 || definition == null) {
            return "";
        }
        int depth = within(depthAsWritten);
        Map<Integer, Integer> restart = restarts.getOrDefault(list, Map.of());
        Integer anew = restart.get(depth);
        if (anew != null) {
            definition.counters[depth] = anew;
            restart.remove(depth);
        } else {
            int counted = definition.counters[depth];
            definition.counters[depth] = counted == 0 ? definition.levels[depth].start : counted + 1;
        }
        for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
            definition.counters[deeper] = 0;
        }
        return shown(definition, depth);
    }

    private static String shown(Definition definition, int depth) {
        Level level = definition.levels[depth];
        if (level.format.equals("bullet") || level.format.equals("none")) {
            return "";
        }
        String shown = level.pattern;
        for (int i = 0; i <= depth; i++) {
            int number = definition.counters[i] == 0 ? definition.levels[i].start : definition.counters[i];
            shown = shown.replace("%" + (i + 1), written(number, definition.levels[i].format));
        }
        return shown;
    }

    static String written(int number, String format) {
        boolean chinese = format.startsWith("chinese")
                || format.startsWith("japanese")
                || format.startsWith("taiwanese")
                || format.equals("ideographDigital");
        if (chinese && number > 0 && number < 1000) {
            return Numerals.chinese(number);
        }
        return format.equals("decimalEnclosedCircle") && number > 0 && number <= 20
                ? String.valueOf((char) ('①' + number - 1))
                : Integer.toString(number);
    }
}
