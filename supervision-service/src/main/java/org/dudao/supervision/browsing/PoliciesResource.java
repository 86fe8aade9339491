package org.dudao.supervision.browsing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.startup.Language;
import org.dudao.startup.Role;
import org.dudao.supervision.Labels;
import org.dudao.supervision.LadderPolicies;
import org.dudao.supervision.LadderPolicy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ladder in force. */
@Path("policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
public class PoliciesResource {

    private final LadderPolicies policies;
    private final Labels labels;
    private final Clock clock;

    public PoliciesResource(LadderPolicies policies, Labels labels, Clock clock) {
        this.policies = policies;
        this.labels = labels;
        this.clock = clock;
    }

    /** @param firesAt time of the working day at which a rung comes due, in the bureau's zone */
    public record Ladder(int version, LocalTime firesAt, String note, List<Step> rungs) {}

    /** @param workingDays after the first working day on which the task is late */
    public record Step(
            int ordinal,
            Rung rung,
            String label,
            int workingDays,
            boolean automatic,
            List<Audience> audience,
            List<String> signers) {}

    @GET
    @Path("ladder")
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(summary = "The ladder that new alerts will climb")
    public Ladder ladder(@Context HttpHeaders headers) {
        boolean chinese = Language.chinese(headers);
        LadderPolicy policy = policies.inForce(clock.instant());
        return new Ladder(
                policy.version(),
                policy.firesAt(),
                policy.note(),
                policy.rungs().stream()
                        .map(r -> new Step(
                                r.ordinal(),
                                r.rung(),
                                labels.of(r.rung(), chinese),
                                r.workingDays(),
                                r.automatic(),
                                r.audience(),
                                r.signers()))
                        .toList());
    }
}
