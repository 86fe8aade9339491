package org.dudao.supervision;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;

/** The person who acts, as far as the rules ask. */
public record Who(String username, String unitId, Set<String> roles) {

    public static Who of(Caller caller) {
        Set<String> roles = Stream.of(
                        Role.ADMIN,
                        Role.LEADER,
                        Role.SUPERVISOR,
                        Role.OFFICE,
                        Role.INSPECTOR,
                        Role.SCHOOL,
                        Role.SCHOOL_SYSTEM)
                .filter(caller::is)
                .collect(Collectors.toSet());
        return new Who(caller.username(), caller.unitId(), roles);
    }

    boolean hasAny(Collection<String> any) {
        return any.stream().anyMatch(roles::contains);
    }
}
