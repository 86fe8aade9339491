package org.dudao.task.organising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Term;
import org.dudao.task.TermWords;
import org.dudao.task.TermWords.Answer;
import org.dudao.task.Terms;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** School terms per area, and the dates that hang on them. */
@Path("units/{unitId}/terms")
@Tag(name = "organisation")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class TermsResource {

    private static final int MOST_TERMS = 40;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Terms terms;
    private final Units units;
    private final Audit audit;
    private final Caller caller;

    public TermsResource(Terms terms, Units units, Audit audit, Caller caller) {
        this.terms = terms;
        this.units = units;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param own set for this unit itself; other terms hold because a unit above has set them */
    public record TermView(
            int year, Term.Season season, LocalDate startsOn, LocalDate endsOn, int weeks, boolean own) {}

    public record TermViews(List<TermView> terms) {}

    record AskedTerms(@NotNull @Size(max = MOST_TERMS) List<@NotNull @Valid AskedTerm> terms) {}

    record AskedTerm(
            Term.@NotNull Season season,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn) {}

    /** @param day the last day that the words allow */
    public record Resolved(String words, LocalDate day, Term term) {}

    @GET
    @Operation(summary = "The terms that hold for a unit; what lies between them is holiday")
    public TermViews terms(@PathParam("unitId") String unitId) {
        Unit unit = visible(unitId);
        Set<Term> own = new HashSet<>(terms.setBy(unitId));
        return new TermViews(terms.of(unit.path()).stream()
                .map(t -> new TermView(t.year(), t.season(), t.startsOn(), t.endsOn(), t.weeks(), own.contains(t)))
                .toList());
    }

    @PUT
    @Transactional
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Set the terms of an area; an empty list lets it follow the unit above")
    public TermViews put(@PathParam("unitId") String unitId, @Valid @NotNull AskedTerms asked) {
        visible(unitId);
        units.lockTree();
        List<Term> after = checked(asked.terms());
        List<Term> before = terms.setBy(unitId);
        terms.replace(unitId, after);
        audit.record(caller, "terms-set", "unit", unitId, Map.of("terms", before), Map.of("terms", after));
        return terms(unitId);
    }

    @GET
    @Path("day")
    @Operation(
            summary = "The last day that words of the school year allow",
            description = "such as 秋季开学前, 寒假前, 学年末, 秋季学期第8周; year is the one that they are said in")
    public Resolved day(
            @PathParam("unitId") String unitId,
            @QueryParam("words") @Nullable String words,
            @QueryParam("year") @Nullable Integer year) {
        if (words == null || words.isBlank() || year == null) {
            throw Problem.invalid("words", "请填写 words 和 year。", "Give words and year.");
        }
        return switch (TermWords.resolve(words, year, terms.of(visible(unitId).path()))) {
            case Answer.Day d -> new Resolved(words.strip(), d.day(), d.term());
            case Answer.TermUnknown t ->
                throw new Problem(
                        422,
                        "term-unknown",
                        "还没有 " + t.year() + " 年" + t.season().zh() + "的校历，请先在日历中填写。",
                        "The " + t.season() + " term of " + t.year() + " is not known; set it in the calendar first.");
            case Answer.NotUnderstood n ->
                throw Problem.invalid(
                        "words",
                        "无法识别“" + words + "”，可以写秋季开学前、寒假前、学年末、秋季学期第8周等。",
                        "Not understood; write such as 秋季开学前, 寒假前, 学年末, 秋季学期第8周.");
        };
    }

    private Unit visible(String unitId) {
        // Terms of the units above hold for the caller, too.
        return units.find(unitId)
                .filter(u -> caller.sees(u.path()) || caller.unitPath().startsWith(u.path()))
                .orElseThrow(() -> Problem.notFound("单位", unitId));
    }

    private static List<Term> checked(List<AskedTerm> asked) {
        List<Problem.Field> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            AskedTerm t = asked.get(i);
            String at = "terms[" + i + "].";
            if (t.startsOn().getYear() < FIRST_YEAR || t.startsOn().getYear() > LAST_YEAR) {
                wrong.add(new Problem.Field(at + "startsOn", "应在 2000 到 2100 年之间", "from 2000 to 2100"));
            } else if (!t.endsOn().isAfter(t.startsOn())
                    || t.endsOn().isAfter(t.startsOn().plusMonths(7))) {
                wrong.add(new Problem.Field(
                        at + "endsOn", "结束日期应在开学之后的 7 个月之内", "ends after it starts, within seven months"));
            } else if (terms.stream()
                    .anyMatch(o ->
                            !o.endsOn().isBefore(t.startsOn()) && !t.endsOn().isBefore(o.startsOn()))) {
                wrong.add(new Problem.Field(at + "startsOn", "与另一个学期重叠", "overlaps another term"));
            } else if (!seen.add(t.startsOn().getYear() + t.season().name())) {
                wrong.add(new Problem.Field(at + "season", "同一学期填写了两次", "the same term twice"));
            }
            terms.add(new Term(t.startsOn().getYear(), t.season(), t.startsOn(), t.endsOn()));
        }
        Rows.refuse(wrong);
        return terms;
    }
}
