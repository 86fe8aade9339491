package org.dudao.supervision.simulating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.dudao.supervision.Labels;
import org.dudao.supervision.simulating.PlayedYear.Message;
import org.dudao.supervision.simulating.PlayedYear.Stand;
import org.dudao.supervision.simulating.SimulateYear.Played;
import org.dudao.supervision.simulating.SimulationView.MessageLine;
import org.dudao.supervision.simulating.SimulationView.TaskLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A year played ahead: who would hear what, and who would stand where. Nothing is stored or sent; each address says all
 * that was asked, so it can be passed on and asked again.
 */
@Path("simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "simulations")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR})
public class SimulationsResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SimulateYear simulate;
    private final SumUp sumUp;
    private final Labels labels;
    private final Caller caller;
    private final Clock clock;

    SimulationsResource(SimulateYear simulate, SumUp sumUp, Labels labels, Caller caller, Clock clock) {
        this.simulate = simulate;
        this.sumUp = sumUp;
        this.labels = labels;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Load per recipient and week, and where tasks and units would stand; two ladders side by side")
    public SimulationView simulation(@BeanParam SimulationQuery query, @Context HttpHeaders headers) {
        long began = System.nanoTime();
        int year = query.year(clock);
        Played played = play(query);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return sumUp.of(played, year, millis, Language.chinese(headers));
    }

    @GET
    @Path("messages")
    @Operation(summary = "Every message of the year, in its order")
    public Page<MessageLine> messages(
            @BeanParam SimulationQuery query,
            @Parameter(description = "From a load of the simulation") @QueryParam("recipient") @Nullable
                    String recipient,
            @Parameter(description = "Its Monday") @QueryParam("week") @Nullable String week,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        boolean chinese = Language.chinese(headers);
        LocalDate monday = SimulationQuery.week(week);
        ZoneId zone = clock.getZone();
        List<Message> found = play(query).year().messages().stream()
                .filter(m -> recipient == null || m.to().id().equals(recipient))
                .filter(m -> monday == null
                        || Weeks.monday(m.at().atZone(zone).toLocalDate()).equals(monday))
                .toList();
        return page(found, limit, cursor, (m, n) -> line(m, n, chinese));
    }

    @GET
    @Path("tasks")
    @Operation(summary = "Every late task of the year and how far it comes, furthest first")
    public Page<TaskLine> tasks(
            @BeanParam SimulationQuery query,
            @Parameter(description = "Tasks that reach this rung") @QueryParam("reaches") @Nullable String reaches,
            @Parameter(description = "Tasks whose highest rung it is") @QueryParam("endsAt") @Nullable String endsAt,
            @Parameter(description = "The unit that answers") @QueryParam("unitId") @Nullable String unitId,
            @Parameter(description = "true: a rung waits for a signature at the end") @QueryParam("waiting") @Nullable
                    Boolean waiting,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        boolean chinese = Language.chinese(headers);
        var reached = SimulationQuery.rung("reaches", reaches);
        var end = SimulationQuery.rung("endsAt", endsAt);
        List<Stand> found = play(query).year().stands().stream()
                .filter(s -> reached == null || s.reached().containsKey(reached))
                .filter(s -> end == null || s.rung() == end)
                .filter(s -> unitId == null || s.task().leadUnit().id().equals(unitId))
                .filter(s -> waiting == null || waiting == (s.proposed() != null))
                .sorted(Comparator.comparing(Stand::rung)
                        .reversed()
                        .thenComparing(s -> s.task().dueOn()))
                .toList();
        return page(found, limit, cursor, (s, n) -> line(s, chinese));
    }

    @GET
    @Path("sheet")
    @Produces(XLSX)
    @Operation(summary = "The whole of it as .xlsx: load by week, units by rung, every message")
    public RestResponse<byte[]> sheet(@BeanParam SimulationQuery query, @Context HttpHeaders headers) {
        boolean chinese = Language.chinese(headers);
        int year = query.year(clock);
        Played played = play(query);
        List<MessageLine> messages = new ArrayList<>();
        for (Message message : played.year().messages()) {
            messages.add(line(message, messages.size(), chinese));
        }
        byte[] sheet = SimulationSheet.of(sumUp.of(played, year, 0, chinese), messages, clock.getZone(), chinese);
        return RestResponse.ResponseBuilder.ok(sheet)
                .header("Content-Disposition", "attachment; filename=\"simulation-" + year + ".xlsx\"")
                .build();
    }

    private Played play(SimulationQuery query) {
        return simulate.play(caller, query.given(clock), query.ladder("ladder"), query.ladder("against"));
    }

    private interface Lining<T, L> {
        L line(T one, int place);
    }

    private static <T, L> Page<L> page(
            List<T> found, @Nullable Integer asked, @Nullable String cursor, Lining<T, L> lining) {
        int limit = Page.limit(asked);
        int from = Cursor.parse(cursor, 1)
                .map(c -> SimulationQuery.place(c.part(0)))
                .orElse(0);
        int to = Math.min(found.size(), from + limit);
        List<L> lines = new ArrayList<>();
        for (int i = Math.min(from, to); i < to; i++) {
            lines.add(lining.line(found.get(i), i));
        }
        return new Page<>(lines, to < found.size() ? Cursor.of(to).toString() : null, found.size());
    }

    private MessageLine line(Message m, int place, boolean chinese) {
        return new MessageLine(
                String.valueOf(place),
                m.at(),
                m.to().id(),
                m.to().group(),
                SumUp.name(m.to(), chinese),
                m.word(),
                m.rung(),
                labels.of(m.rung(), chinese),
                m.task().taskId(),
                m.task().title(),
                m.task().leadUnit());
    }

    private TaskLine line(Stand s, boolean chinese) {
        return new TaskLine(
                s.task().taskId(),
                s.task().title(),
                s.task().leadUnit(),
                s.task().dueOn(),
                s.rung(),
                labels.of(s.rung(), chinese),
                Objects.requireNonNull(s.reached().get(s.rung())),
                s.proposed(),
                s.settledAt());
    }
}
