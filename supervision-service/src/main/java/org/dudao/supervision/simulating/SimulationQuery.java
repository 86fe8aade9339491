package org.dudao.supervision.simulating;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.startup.Problem;
import org.dudao.supervision.simulating.SimulateYear.Given;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a simulation is asked with. */
public class SimulationQuery {

    /** Longer than any office takes to sign. */
    private static final int LONGEST_WAIT = 60;

    @QueryParam("year")
    @Parameter(description = "Tasks due in it; this year unless said")
    @Nullable
    String year;

    @QueryParam("planId")
    @Parameter(description = "All tasks of a plan but the cancelled; without it every open task in scope")
    @Nullable
    String planId;

    @QueryParam("assume")
    @Parameter(description = "silence (default): nothing is ever reported; last-year: each unit is as late as it was")
    @Nullable
    String assume;

    @QueryParam("signedAfter")
    @Parameter(description = "Working days after which a proposed rung is signed, 0 to 60, or never; 0 unless said")
    @Nullable
    String signedAfter;

    @QueryParam("ladder")
    @Parameter(description = "Its version; the one in force unless said")
    @Nullable
    String ladder;

    @QueryParam("against")
    @Parameter(description = "Another version to hold it against")
    @Nullable
    String against;

    int year(Clock clock) {
        int present = clock.instant().atZone(clock.getZone()).getYear();
        return year == null || year.isBlank() ? present : number("year", year, present - 10, present + 10);
    }

    Given given(Clock clock) {
        return new Given(year(clock), plan(), likeLastYear(), signing());
    }

    private @Nullable UUID plan() {
        try {
            return planId == null || planId.isBlank() ? null : UUID.fromString(planId);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("planId", "计划编号格式有误。", "planId is no UUID.");
        }
    }

    private boolean likeLastYear() {
        return switch (Objects.requireNonNullElse(assume, "silence")) {
            case "", "silence" -> false;
            case "last-year" -> true;
            default -> throw Problem.invalid("assume", "应为 silence 或 last-year。", "assume takes silence or last-year.");
        };
    }

    private @Nullable Integer signing() {
        return switch (Objects.requireNonNullElse(signedAfter, "")) {
            case "" -> 0;
            case "never" -> null;
            case String days -> number("signedAfter", days, 0, LONGEST_WAIT);
        };
    }

    /** @param name {@code ladder} or {@code against} */
    @Nullable
    Integer ladder(String name) {
        String version = name.equals("ladder") ? ladder : against;
        return version == null || version.isBlank() ? null : number(name, version, 1, Integer.MAX_VALUE);
    }

    static int place(String text) {
        return number("cursor", text, 0, Integer.MAX_VALUE);
    }

    static @Nullable LocalDate week(@Nullable String monday) {
        try {
            return monday == null || monday.isBlank() ? null : Weeks.monday(LocalDate.parse(monday));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("week", "日期格式应为 2026-06-01。", "week takes a date such as 2026-06-01.");
        }
    }

    static @Nullable Rung rung(String name, @Nullable String asked) {
        try {
            return asked == null || asked.isBlank() ? null : Rung.valueOf(asked.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(name, "没有这一级：" + asked + "。", "There is no rung " + asked + ".");
        }
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw Problem.invalid(
                name,
                "应为 " + least + " 到 " + most + " 的整数。",
                name + " takes a whole number from " + least + " to " + most + ".");
    }
}
