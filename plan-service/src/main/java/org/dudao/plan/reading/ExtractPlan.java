package org.dudao.plan.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.document.DocumentReader;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.Limits;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.outline.Part;
import org.dudao.plan.reading.outline.Parts;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.Due;
import org.dudao.plan.reading.targets.Recurrence;
import org.dudao.plan.reading.targets.Terms;
import org.dudao.plan.reading.targets.VagueWords;
import org.dudao.plan.reading.targets.Within;
import org.jspecify.annotations.Nullable;

/** {@code dudao extract FILE}: prints the draft plan of a document as JSON and starts nothing. */
public final class ExtractPlan {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger LIBRARIES = Logger.getLogger("org.apache");

    private ExtractPlan() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        quieten();
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** Standard output holds the draft and nothing else; what the libraries have to say about a file helps nobody here. */
    private static void quieten() {
        System.setOut(System.err);
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        LIBRARIES.setLevel(Level.OFF);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        boolean list = args.length == 2 && args[0].equals("--list");
        boolean part = args.length == 3 && args[0].equals("--part") && args[1].matches("\\d{1,4}");
        if (args.length != 1 && !list && !part) {
            err.println("usage: dudao extract [--list | --part N] FILE");
            return 2;
        }
        String name = args[args.length - 1];
        try {
            Path file = Path.of(name);
            if (Files.size(file) > Limits.BYTES) {
                throw new UnreadableDocument(UnreadableDocument.Reason.TOO_LARGE);
            }
            DocumentText document = DocumentReader.read(Files.readAllBytes(file));
            if (list) {
                Parts.of(document).forEach(p -> out.println(line(p)));
                out.flush();
            } else if (part) {
                return print(Parts.of(document), Integer.parseInt(args[1]), out, err);
            } else {
                print(PlanReader.read(document, null), out);
            }
            return 0;
        } catch (UnreadableDocument e) {
            err.println(e.reason().zh() + " " + e.reason().en());
        } catch (NoSuchFileException e) {
            err.println("没有这个文件：" + name + " No such file.");
        } catch (IOException e) {
            err.println("无法读取文件：" + name + " The file can't be read.");
        }
        return 2;
    }

    private static int print(List<Part> parts, int number, PrintStream out, PrintStream err) throws IOException {
        if (number < 1 || number > parts.size()) {
            err.println("文件里有 " + parts.size() + " 份文稿，没有第 " + number + " 份。 The file holds " + parts.size() + ".");
            return 2;
        }
        print(PlanReader.read(parts.get(number - 1), null), out);
        return 0;
    }

    private static String line(Part part) {
        return part.number() + "\t" + lower(part.kind()) + "\t" + (part.year() == null ? "-" : part.year()) + "\t"
                + part.title();
    }

    /** As {@code draft-plan.schema.json} has it. */
    static void print(DraftPlan plan, PrintStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("title", plan.title());
            json.writeStringField("issuer", plan.issuer());
            number(json, "year", plan.year());
            json.writeStringField("script", lower(plan.script()));
            json.writeArrayFieldStart("warnings");
            for (String warning : plan.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("chapters");
            for (DraftChapter chapter : plan.chapters()) {
                json.writeStartObject();
                json.writeStringField("ordinal", chapter.ordinal());
                json.writeStringField("title", chapter.title());
                json.writeArrayFieldStart("measures");
                for (DraftMeasure measure : chapter.measures()) {
                    print(measure, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void print(DraftMeasure measure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ordinal", measure.ordinal());
        json.writeStringField("title", measure.title());
        json.writeStringField("text", measure.text());
        if (measure.lead() != null) {
            json.writeStringField("lead", measure.lead());
        }
        json.writeArrayFieldStart("targets");
        for (DraftTarget target : measure.targets()) {
            json.writeStartObject();
            json.writeStringField("quote", target.quote());
            json.writeStringField("indicator", target.indicator());
            json.writeStringField("kind", lower(target.kind()));
            json.writeStringField("comparator", lower(target.comparator()));
            number(json, "value", target.value());
            number(json, "upper", target.upper());
            json.writeStringField("unit", target.unit());
            Due due = target.due();
            json.writeStringField(
                    "due", due == null || due.on() == null ? null : due.on().toString());
            json.writeStringField("due_text", due == null ? null : due.words());
            Recurrence recurrence = target.recurrence();
            json.writeStringField(
                    "recurrence", recurrence == null ? null : lower(recurrence).replace('_', '-'));
            number(json, "recurrence_count", recurrence == null ? null : target.value());
            json.writeBooleanField("approx", target.approx());
            json.writeStringField("strength", lower(target.strength()));
            json.writeBooleanField("universal", target.universal());
            print(target.within(), json);
            print(target.terms(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("vague");
        for (VagueWords.Found vague : measure.vague()) {
            json.writeString(vague.words());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @param within whose target counts the measure's targets from 0 */
    private static void print(@Nullable Within within, JsonGenerator json) throws IOException {
        number(json, "part_of", within == null ? null : within.target());
        json.writeStringField("relation", within == null ? null : lower(within.relation()));
    }

    private static void print(Terms terms, JsonGenerator json) throws IOException {
        Terms.Baseline baseline = terms.baseline();
        Terms.Doubt doubt = terms.doubt();
        json.writeStringField("population", terms.population());
        json.writeStringField("baseline", baseline == null ? null : baseline.words());
        number(json, "baseline_value", baseline == null ? null : baseline.value());
        json.writeBooleanField("hold", terms.hold());
        json.writeStringField("accepted_by", terms.acceptedBy());
        json.writeStringField("start_event", terms.startEvent());
        json.writeBooleanField("value_implied", terms.implied());
        json.writeStringField("doubt", doubt == null ? null : lower(doubt).replace('_', '-'));
    }

    private static void number(JsonGenerator json, String field, @Nullable Number value) throws IOException {
        json.writeFieldName(field);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.toString());
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
