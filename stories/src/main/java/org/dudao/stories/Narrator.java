package org.dudao.stories;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Tells who watches what happened and how long it took. */
public final class Narrator {

    private final PrintStream out;
    private int step;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** Something under way. */
    final class Step {
        private final int number;
        private final String title;
        private final long began = System.nanoTime();

        private Step(int number, String title) {
            this.number = number;
            this.title = title;
        }

        void end(String result, Object... values) {
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(Locale.ROOT, "%3d  %s  [%.1f s]%n", number, title, seconds);
            say(result, values);
        }
    }

    Step begin(String title) {
        return new Step(++step, title);
    }

    void say(String text, Object... values) {
        out.println("     " + (values.length == 0 ? text : text.formatted(values)));
    }

    static String day(Instant at) {
        ZonedDateTime local = at.atZone(YearClock.BUREAU_ZONE);
        char weekday = "一二三四五六日".charAt(local.getDayOfWeek().getValue() - 1);
        return "%s 周%s %02d:%02d".formatted(local.toLocalDate(), weekday, local.getHour(), local.getMinute());
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** The demo county's names of the rungs. */
    static String label(String rung) {
        return switch (rung.toUpperCase(Locale.ROOT)) {
            case "REMINDER" -> "提醒";
            case "URGING" -> "催办";
            case "WARNING" -> "预警";
            case "SUPERVISION" -> "督办";
            case "BULLETIN" -> "通报";
            case "TALK" -> "约谈";
            case "ACCOUNTABILITY" -> "问责";
            default -> rung;
        };
    }
}
