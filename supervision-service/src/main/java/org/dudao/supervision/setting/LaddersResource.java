package org.dudao.supervision.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Language;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.supervision.LadderDraft;
import org.dudao.supervision.LadderPolicies;
import org.dudao.supervision.LadderPolicies.Enactment;
import org.dudao.supervision.LadderPolicy;
import org.dudao.supervision.NotYourLadder;
import org.dudao.supervision.setting.LadderViews.LadderView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bureau's ladders: the one in force, those that were written, and what each would do today. */
@Path("policies/ladder")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
public class LaddersResource {

    /** Nobody goes back further by hand. */
    private static final int MOST = 100;

    private final LadderPolicies ladders;
    private final LadderViews views;
    private final SetLadder set;
    private final PreviewLadder preview;
    private final Idempotency once;
    private final Caller caller;
    private final Clock clock;

    LaddersResource(
            LadderPolicies ladders,
            LadderViews views,
            SetLadder set,
            PreviewLadder preview,
            Idempotency once,
            Caller caller,
            Clock clock) {
        this.ladders = ladders;
        this.views = views;
        this.set = set;
        this.preview = preview;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** A ladder as somebody wants it. */
    public record WantedLadder(
            @NotNull LocalTime firesAt,
            @NotBlank @Size(max = 200) String note,
            @NotNull @Size(max = 7) List<@Valid @NotNull WantedRung> rungs) {

        LadderDraft draft() {
            List<LadderPolicy.Step> steps = new ArrayList<>();
            for (WantedRung rung : rungs) {
                steps.add(rung.step(steps.size() + 1, "rungs[" + steps.size() + "]"));
            }
            return new LadderDraft(firesAt, note.strip(), steps);
        }
    }

    /**
     * A rung as somebody wants it.
     *
     * @param workingDays after the first working day on which the task is late
     * @param automatic false: proposed until somebody with one of the roles {@code signers} signs
     * @param superiorAfter working days after the rung until the unit above hears of it
     * @param repeatEvery with {@code repeatTimes}: told again after so many working days each
     */
    public record WantedRung(
            @NotNull Rung rung,
            @NotNull Integer workingDays,
            @NotNull Boolean automatic,
            @NotNull List<@NotNull Audience> audience,
            @Nullable List<@NotNull String> signers,
            @Nullable Integer superiorAfter,
            @Nullable Integer repeatEvery,
            @Nullable Integer repeatTimes) {

        LadderPolicy.Step step(int ordinal, String place) {
            if ((repeatEvery == null) != (repeatTimes == null)) {
                throw Problem.invalid(
                        place + ".repeat", "重复告知须同时写明间隔和次数。", "A repeat takes both an interval and a limit.");
            }
            return new LadderPolicy.Step(
                    ordinal,
                    rung,
                    workingDays,
                    automatic,
                    audience,
                    Objects.requireNonNullElse(signers, List.of()),
                    superiorAfter,
                    repeatEvery == null || repeatTimes == null
                            ? null
                            : new LadderPolicy.Repeat(repeatEvery, repeatTimes));
        }
    }

    /** Why. */
    public record EnactmentNote(@NotBlank @Size(max = 200) String note) {}

    /** @param inForce the version that new alerts climb */
    public record Ladders(int inForce, List<LadderView> versions) {}

    @GET
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(summary = "The ladder that new alerts of the caller's bureau will climb")
    public RestResponse<LadderView> inForce(@Context HttpHeaders headers) {
        LadderPolicy ladder = current();
        LadderView view = views.of(ladder, ladder.version(), enactments(), Language.chinese(headers));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(ladder.version()))
                .build();
    }

    @GET
    @Path("versions")
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR})
    @Operation(summary = "The bureau's last 100 ladders, newest first: who wrote them, and when each was in force")
    public Ladders versions(@Context HttpHeaders headers) {
        int inForce = current().version();
        List<Enactment> enactments = enactments();
        return new Ladders(
                inForce,
                ladders.latest(caller.bureau().id(), MOST).stream()
                        .map(l -> views.of(l, inForce, enactments, Language.chinese(headers)))
                        .toList());
    }

    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Transactional
    @Operation(
            summary = "Writes a ladder that is not in force yet; a wrong one is refused with every fault and its place")
    public RestResponse<LadderView> write(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull WantedLadder wanted,
            @Context HttpHeaders headers) {
        LadderDraft draft = wanted.draft();
        int version = (int) once.once(
                        caller, key, draft.toString().getBytes(UTF_8), () -> new UUID(0, set.write(caller, draft)))
                .getLeastSignificantBits();
        LadderView view = views.of(written(version), current().version(), enactments(), Language.chinese(headers));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .build();
    }

    @GET
    @Path("versions/{version}/preview")
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR})
    @Operation(summary = "Where today's open alerts would stand had they been raised under it")
    public PreviewLadder.Preview preview(@PathParam("version") int version) {
        return preview.of(written(version), caller.unitPath());
    }

    @PUT
    @Path("versions/{version}/enactment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Operation(summary = "New alerts climb it from now on; If-Match is the version in force until now")
    public RestResponse<LadderView> enact(
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull EnactmentNote body,
            @Context HttpHeaders headers) {
        set.enact(caller, version, ifMatch, body.note().strip());
        return inForce(headers);
    }

    private LadderPolicy current() {
        return ladders.inForce(caller.bureau().id(), clock.instant());
    }

    private LadderPolicy written(int version) {
        return ladders.written(caller.bureau().id(), version).orElseThrow(() -> new NotYourLadder(version));
    }

    private List<Enactment> enactments() {
        return ladders.enactments(caller.bureau().id(), MOST);
    }
}
