package org.dudao.supervision.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Language;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.supervision.AlertView;
import org.dudao.supervision.AlertViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What people do with one alert; each answers with the alert as it then is. */
@Path("alerts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
public class AnswersResource {

    private final AcknowledgeAlert acknowledge;
    private final AnswerAlert answer;
    private final UrgeAlert urge;
    private final SnoozeAlert snooze;
    private final EscalateAlert escalate;
    private final SignRung sign;
    private final DeclineRung decline;
    private final CloseAlert close;
    private final AlertViews views;
    private final Caller caller;
    private final Clock clock;

    public AnswersResource(
            AcknowledgeAlert acknowledge,
            AnswerAlert answer,
            UrgeAlert urge,
            SnoozeAlert snooze,
            EscalateAlert escalate,
            SignRung sign,
            DeclineRung decline,
            CloseAlert close,
            AlertViews views,
            Caller caller,
            Clock clock) {
        this.acknowledge = acknowledge;
        this.answer = answer;
        this.urge = urge;
        this.snooze = snooze;
        this.escalate = escalate;
        this.sign = sign;
        this.decline = decline;
        this.close = close;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    public record Note(@Nullable @Size(max = 1000) String note) {}

    /** @param links addresses of evidence: a path of the console, or https */
    public record Answered(
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 500) String> links) {}

    public record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /** @param until an instant, or a date: then until that day ends in the bureau's zone */
    public record Rest(
            @NotNull String until,
            @NotBlank @Size(max = 1000) String reason) {}

    @PUT
    @Path("acknowledgement")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "The responsible unit says that it knows; the ladder goes on")
    public RestResponse<AlertView> acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Note body,
            @Context HttpHeaders headers) {
        acknowledge.by(caller, id, new Seen(ifMatch), Objects.requireNonNullElse(body.note(), ""));
        return answer(id, headers);
    }

    @PUT
    @Path("answer")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "The responsible unit says what it does about it, with evidence; earlier answers stay")
    public RestResponse<AlertView> answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Answered body,
            @Context HttpHeaders headers) {
        answer.by(
                caller,
                id,
                new Seen(ifMatch),
                body.text().strip(),
                Objects.requireNonNullElse(body.links(), List.of()));
        return answer(id, headers);
    }

    @PUT
    @Path("urging")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "The responsible unit is urged by hand, with a least interval and a daily cap per person")
    public RestResponse<AlertView> urge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason body,
            @Context HttpHeaders headers) {
        urge.by(caller, id, new Seen(ifMatch), body.reason().strip());
        return answer(id, headers);
    }

    @PUT
    @Path("snooze")
    @RolesAllowed(Role.SUPERVISOR)
    @Operation(summary = "The ladder rests until then; what is planned moves by as many working days")
    public RestResponse<AlertView> snooze(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Rest body,
            @Context HttpHeaders headers) {
        snooze.by(caller, id, new Seen(ifMatch), until(body.until()), body.reason());
        return answer(id, headers);
    }

    @PUT
    @Path("escalation")
    @RolesAllowed(Role.SUPERVISOR)
    @Operation(summary = "The next rung now; one that needs a signature is proposed")
    public RestResponse<AlertView> escalate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason body,
            @Context HttpHeaders headers) {
        escalate.by(caller, id, new Seen(ifMatch), body.reason());
        return answer(id, headers);
    }

    @PUT
    @Path("steps/{ordinal}/signature")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "A proposed rung takes effect; what follows moves by the working days it waited")
    public RestResponse<AlertView> sign(
            @PathParam("id") UUID id,
            @PathParam("ordinal") int ordinal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        sign.by(caller, id, new Seen(ifMatch), ordinal);
        return answer(id, headers);
    }

    @PUT
    @Path("steps/{ordinal}/rejection")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "A proposed rung shall not be; the ladder goes on after it")
    public RestResponse<AlertView> decline(
            @PathParam("id") UUID id,
            @PathParam("ordinal") int ordinal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason body,
            @Context HttpHeaders headers) {
        decline.by(caller, id, new Seen(ifMatch), ordinal, body.reason());
        return answer(id, headers);
    }

    @PUT
    @Path("closure")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "Ends the alert though its task is open")
    public RestResponse<AlertView> close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason body,
            @Context HttpHeaders headers) {
        close.by(caller, id, new Seen(ifMatch), body.reason());
        return answer(id, headers);
    }

    private RestResponse<AlertView> answer(UUID id, HttpHeaders headers) {
        AlertView view = views.of(id, caller, Language.chinese(headers));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.alert().version()))
                .build();
    }

    private Instant until(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(clock.getZone())
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    "until", "请填写日期（2026-07-03）或带时区的时间。", "Give a date (2026-07-03) or an instant with its offset.");
        }
    }
}
