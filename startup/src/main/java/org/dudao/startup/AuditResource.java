package org.dudao.startup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record of acts on one thing, for who looks after the system. */
@Path("audit")
public class AuditResource {

    private final Audit audit;

    public AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    public List<Audit.Entry> list(
            @QueryParam("subject") @Nullable String subject, @QueryParam("id") @Nullable String id) {
        if (subject == null || id == null) {
            throw Problem.invalid("subject", "请给出 subject 和 id。", "Give subject and id.");
        }
        return audit.of(subject, id);
    }
}
