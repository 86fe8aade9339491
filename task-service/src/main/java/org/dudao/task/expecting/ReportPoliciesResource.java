package org.dudao.task.expecting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Cadence;
import org.dudao.task.ReportPolicies;
import org.dudao.task.ReportPolicies.ReportPolicy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How often units report unless a person says otherwise. */
@Path("report-policies")
@Tag(name = "reporting")
public class ReportPoliciesResource {

    private static final int MOST_DAYS = 20;
    private static final int MOST_KINDS = 20;

    private final ReportPolicies policies;
    private final Audit audit;
    private final Caller caller;

    ReportPoliciesResource(ReportPolicies policies, Audit audit, Caller caller) {
        this.policies = policies;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param unitKind left out for what holds where nothing is said of the lead unit's kind */
    record AskedPolicy(
            @Nullable UnitKind unitKind,
            @NotNull Cadence cadence,
            @Min(0) @Max(MOST_DAYS) int daysAfter) {}

    record AskedPolicies(
            @NotNull @Size(min = 1, max = MOST_KINDS) List<@Valid @NotNull AskedPolicy> policies,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
    @Operation(summary = "How often units report unless a person says otherwise, by the lead unit's kind")
    public List<ReportPolicy> policies() {
        return policies.all();
    }

    @PUT
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Operation(summary = "Replace the policies; they hold for what is assigned from now on")
    public List<ReportPolicy> replace(@Valid @NotNull AskedPolicies asked) {
        Set<@Nullable UnitKind> kinds = new HashSet<>();
        List<ReportPolicy> replacing = asked.policies().stream()
                .map(p -> new ReportPolicy(p.unitKind(), p.cadence(), p.daysAfter()))
                .toList();
        for (ReportPolicy policy : replacing) {
            if (!kinds.add(policy.unitKind())) {
                throw Problem.invalid("policies", "同一类单位只能有一条规定。", "One rule for each kind of unit.");
            }
        }
        if (!kinds.contains(null)) {
            throw Problem.invalid(
                    "policies",
                    "缺少默认规定（不填 unitKind 的一条）。",
                    "The rule without unitKind, which holds for all others, is missing.");
        }
        List<ReportPolicy> before = policies.all();
        policies.replace(replacing);
        audit.record(
                caller,
                "report-policies-changed",
                "report-policy",
                "default",
                before,
                Map.of("policies", replacing, "reason", asked.reason()));
        return policies.all();
    }
}
