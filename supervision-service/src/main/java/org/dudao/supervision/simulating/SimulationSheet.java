package org.dudao.supervision.simulating;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.supervision.simulating.SimulationView.Load;
import org.dudao.supervision.simulating.SimulationView.MessageLine;
import org.dudao.supervision.simulating.SimulationView.Outcome;
import org.dudao.supervision.simulating.SimulationView.UnitStanding;

/** A played year as a workbook: load by week, units by rung, and every message. */
final class SimulationSheet {

    /** A worksheet ends at 1,048,576 rows; nobody reads the last of these. */
    private static final int MOST_MESSAGES = 200_000;

    private SimulationSheet() {}

    static byte[] of(SimulationView view, List<MessageLine> messages, ZoneId zone, boolean chinese) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Dudao", "1.0")) {
            loads(book, view.ladder(), view.weeks(), chinese);
            units(book, view.ladder(), chinese);
            messages(book, messages, zone, chinese);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void loads(Workbook book, Outcome outcome, List<LocalDate> weeks, boolean chinese) {
        List<Object> head = new ArrayList<>(chinese ? List.of("接收单位", "全年合计") : List.of("Recipient", "Total"));
        weeks.forEach(w -> head.add(w.toString()));
        Worksheet sheet = sheet(book, chinese ? "各单位每周接收" : "By recipient and week", head);
        sheet.width(0, 30);
        int row = 1;
        for (Load load : outcome.loads()) {
            List<Object> cells = new ArrayList<>(List.of(load.name(), load.total()));
            cells.addAll(load.byWeek());
            write(sheet, row++, cells);
        }
    }

    private static void units(Workbook book, Outcome outcome, boolean chinese) {
        List<Object> head = new ArrayList<>(chinese ? List.of("责任单位", "逾期任务") : List.of("Unit", "Late tasks"));
        outcome.rungs().forEach(r -> head.add(r.label()));
        Worksheet sheet = sheet(book, chinese ? "各单位止于哪一级" : "Where units stand", head);
        sheet.width(0, 30);
        int row = 1;
        for (UnitStanding unit : outcome.units()) {
            List<Object> cells = new ArrayList<>(List.of(unit.unit().name(), unit.tasks()));
            cells.addAll(unit.byRung());
            write(sheet, row++, cells);
        }
    }

    private static void messages(Workbook book, List<MessageLine> messages, ZoneId zone, boolean chinese) {
        Worksheet sheet = sheet(
                book,
                chinese ? "消息" : "Messages",
                chinese
                        ? List.of("时间", "接收单位", "级别", "内容", "任务", "责任单位")
                        : List.of("When", "Recipient", "Rung", "What", "Task", "Unit"));
        sheet.width(0, 18);
        sheet.width(1, 30);
        sheet.width(4, 60);
        sheet.width(5, 30);
        int row = 1;
        for (MessageLine m : messages.subList(0, Math.min(messages.size(), MOST_MESSAGES))) {
            write(
                    sheet,
                    row++,
                    List.of(
                            minute(m.at(), zone),
                            m.recipientName(),
                            m.rungLabel(),
                            word(m.word(), chinese),
                            m.title(),
                            m.unit().name()));
        }
    }

    private static String minute(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().toString().replace('T', ' ');
    }

    private static String word(PlayedYear.Word word, boolean chinese) {
        return switch (word) {
            case RAISED -> chinese ? "立项" : "raised";
            case ESCALATED -> chinese ? "升级" : "escalated";
            case PROPOSED -> chinese ? "提请签发" : "proposed";
            case REPEATED -> chinese ? "重复告知" : "repeated";
            case SUPERIOR -> chinese ? "告知上级单位" : "to the unit above";
        };
    }

    private static Worksheet sheet(Workbook book, String name, List<?> head) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(1, 1);
        write(sheet, 0, head);
        sheet.range(0, 0, 0, head.size() - 1).style().bold().fillColor("E8EDF3").set();
        return sheet;
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (int c = 0; c < cells.size(); c++) {
            if (cells.get(c) instanceof Number number) {
                sheet.value(row, c, number);
            } else {
                sheet.value(row, c, inert(String.valueOf(cells.get(c))));
            }
        }
    }

    /** What a person wrote is text, whatever it begins with. */
    private static String inert(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
