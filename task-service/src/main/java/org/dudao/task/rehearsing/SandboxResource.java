package org.dudao.task.rehearsing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sandbox as its own client finds it. */
@Path("sandbox")
@Tag(name = "sandbox")
public class SandboxResource {

    private final ResetSandbox reset;

    public SandboxResource(ResetSandbox reset) {
        this.reset = reset;
    }

    @PUT
    @RolesAllowed(Role.SCHOOL_SYSTEM)
    @Operation(
            operationId = "resetSandbox",
            summary = "Set the sandbox school back: all it did is gone, a fresh set of tasks stands",
            description =
                    "Only for a client of the sandbox school; 409 for any other. What happens there is in no list, count,"
                            + " bulletin or message of anybody else.")
    public ResetSandbox.FreshSandbox reset() {
        return reset.reset();
    }
}
