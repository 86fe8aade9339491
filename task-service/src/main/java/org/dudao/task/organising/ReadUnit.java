package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Scope;
import org.dudao.task.TaskFilter;
import org.dudao.task.Tasks;
import org.dudao.task.Unit;
import org.dudao.task.UnitFilter;
import org.dudao.task.Units;
import org.dudao.task.organising.UnitPage.UnitCount;
import org.jspecify.annotations.Nullable;

/** Puts together what belongs to a unit. */
@ApplicationScoped
public class ReadUnit {

    private final Units units;
    private final People people;
    private final SchoolCodes codes;
    private final Tasks tasks;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    public ReadUnit(
            Units units, People people, SchoolCodes codes, Tasks tasks, Audit audit, Caller caller, Clock clock) {
        this.units = units;
        this.people = people;
        this.codes = codes;
        this.tasks = tasks;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    UnitPage page(String id) {
        Unit unit = units.find(id).filter(u -> caller.sees(u.path())).orElseThrow(() -> Problem.notFound("单位", id));
        Scope scope = Scope.of(caller);
        List<String> above = Arrays.stream(unit.path().split("/"))
                .filter(part -> !part.isEmpty() && !part.equals(id))
                .toList();
        Function<String, UnitRef> names = units.naming(above);
        UnitFilter below = new UnitFilter(null, null, id, true, null, null);
        return new UnitPage(
                unit,
                above.stream().map(names).toList(),
                person(unit.profile().leaderId()),
                person(unit.profile().contactId()),
                Optional.ofNullable(unit.profile().successorId())
                        .flatMap(units::find)
                        .map(Unit::ref)
                        .orElse(null),
                units.count(below, scope),
                people.activeOf(List.of(id)).size(),
                List.of(
                        count("open", TaskFilter.running().ofUnit(id), scope),
                        count("overdue", TaskFilter.overdueNow().ofUnit(id), scope),
                        count("all", TaskFilter.ALL.ofUnit(id), scope)),
                codes.of(id),
                audit.of("unit", id));
    }

    private UnitCount count(String key, TaskFilter filter, Scope scope) {
        return new UnitCount(key, tasks.count(filter, scope, LocalDate.now(clock)), filter.query());
    }

    private @Nullable Person person(@Nullable String id) {
        return id == null ? null : people.find(id).orElse(null);
    }
}
