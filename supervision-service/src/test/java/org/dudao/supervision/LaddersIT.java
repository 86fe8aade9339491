package org.dudao.supervision;

import static io.restassured.RestAssured.given;
import static org.dudao.supervision.Ladders.at;
import static org.dudao.supervision.Line.OTHER;
import static org.dudao.supervision.Line.SCHOOL;
import static org.dudao.supervision.Line.task;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dudao.contracts.RemindedBecause;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.startup.ClockDriven;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "supervision"))
class LaddersIT {

    private static final String API = "/api/supervision/v1";

    @Inject
    Line line;

    @Inject
    SettableClock clock;

    @Inject
    ClockDriven ladders;

    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void a_morning_after_the_deadline() {
        clock.set(at(7, 1, 0));
        line.clear();
        line.knowUnits();
    }

    @AfterEach
    void the_ladder_that_ships_is_in_force_again() {
        line.update("DELETE FROM enactment WHERE bureau_id IS NOT NULL");
    }

    private static RequestSpecification as(String user, String unit, String role) {
        return given().auth().oauth2(Tokens.of(user, unit, role)).contentType("application/json");
    }

    private static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    private static Map<String, Object> rung(String rung, int days, List<String> signers, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "rung",
                rung,
                "workingDays",
                days,
                "automatic",
                signers.isEmpty(),
                "audience",
                List.of("RESPONSIBLE_UNIT"),
                "signers",
                signers));
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> ladder(List<Map<String, Object>> rungs) {
        return Map.of("firesAt", "09:00", "note", "多催几次", "rungs", rungs);
    }

    private static final List<Map<String, Object>> REPEATING = List.of(
            rung("REMINDER", 0, List.of(), Map.of()),
            rung("URGING", 1, List.of(), Map.of("superiorAfter", 2, "repeatEvery", 1, "repeatTimes", 3)),
            rung("WARNING", 6, List.of(), Map.of()));

    private int write(List<Map<String, Object>> rungs) {
        return supervisor()
                .body(ladder(rungs))
                .post(API + "/policies/ladder/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    private Response enact(int version, int seen) {
        return supervisor()
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("note", "局务会议定"))
                .put(API + "/policies/ladder/versions/" + version + "/enactment");
    }

    private int inForce() {
        return supervisor().get(API + "/policies/ladder").then().extract().path("version");
    }

    private void tickUntil(Instant end) {
        for (Instant next = ladders.tick(); !next.isAfter(end); next = ladders.tick()) {
            if (next.isAfter(clock.instant())) {
                clock.set(next);
            }
        }
    }

    @Test
    void a_wrong_ladder_is_refused_with_each_reason_and_its_place() {
        supervisor()
                .header("Accept-Language", "zh-CN")
                .body(ladder(List.of(
                        rung("REMINDER", 0, List.of(), Map.of("repeatEvery", 1, "repeatTimes", 5)),
                        rung("BULLETIN", 3, List.of(), Map.of()),
                        rung("ACCOUNTABILITY", 2, List.of("supervisor"), Map.of()))))
                .post(API + "/policies/ladder/versions")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:ladder-unsound"))
                .body("errors", hasSize(4))
                .body("errors.field", hasItem("rungs[0].repeat"))
                .body("errors.field", hasItem("rungs[1].automatic"))
                .body("errors.field", hasItem("rungs[2].workingDays"))
                .body("errors.field", hasItem("rungs[2].signers"))
                .body("errors[0].message", startsWith("第 1 级"));
        supervisor()
                .body(ladder(List.of(Map.of("rung", "SHOUTING", "workingDays", 0))))
                .post(API + "/policies/ladder/versions")
                .then()
                .statusCode(greaterThan(399));
        as("school", "s-001", "school")
                .body(ladder(REPEATING))
                .post(API + "/policies/ladder/versions")
                .then()
                .statusCode(403);
    }

    @Test
    void a_ladder_is_written_tried_put_in_force_and_an_earlier_one_comes_back() {
        line.say(new TaskOverdue(task(task, SCHOOL, LocalDate.of(2026, 6, 30)), 5, at(7, 1, 0)));
        tickUntil(at(7, 8, 9));
        int shipped = inForce();
        int mine = write(REPEATING);

        supervisor()
                .get(API + "/policies/ladder/versions/" + mine + "/preview")
                .then()
                .statusCode(200)
                .body("open", equalTo(1))
                .body("lower", equalTo(1))
                .body("moved[0].now", equalTo("SUPERVISION"))
                .body("moved[0].then", equalTo("URGING"));
        assertEquals(shipped, inForce());
        enact(mine, shipped + 7).then().statusCode(412);
        enact(mine, shipped).then().statusCode(200).body("version", equalTo(mine));
        enact(mine, mine).then().statusCode(409);
        supervisor()
                .get(API + "/policies/ladder/versions")
                .then()
                .body("inForce", equalTo(mine))
                .body("versions.find { it.version == " + mine + " }.enacted[0].by", equalTo("supervisor"));

        enact(shipped, mine).then().statusCode(200).body("version", equalTo(shipped));
        assertEquals(
                2,
                line.count(
                        "SELECT count(*) FROM audit WHERE subject = 'ladder' AND act = 'enacted' AND subject_id IN (?, ?)",
                        String.valueOf(mine),
                        String.valueOf(shipped)));
    }

    @Test
    void t7_t8_the_clock_tells_again_and_tells_the_unit_above_as_the_simulation_says() {
        enact(write(REPEATING), inForce()).then().statusCode(200);
        line.say(new TaskOverdue(task(task, SCHOOL, LocalDate.of(2026, 6, 30)), 5, at(7, 1, 0)));
        tickUntil(at(8, 30, 0));

        List<SupervisionEvent> said = line.said(task);
        List<RemindedBecause> again = said.stream()
                .filter(AlertReminded.class::isInstance)
                .map(e -> ((AlertReminded) e).because())
                .toList();
        assertEquals(
                List.of(
                        RemindedBecause.REPEATED,
                        RemindedBecause.SUPERIOR_DUE,
                        RemindedBecause.REPEATED,
                        RemindedBecause.REPEATED),
                again);
        assertEquals(2, said.stream().filter(AlertEscalated.class::isInstance).count());

        List<String> planned = supervisor()
                .get(API + "/alerts/" + line.alertOf(task))
                .then()
                .body("steps", hasSize(7))
                .body("steps.findAll { it.tells == 'REPEAT' }", hasSize(3))
                .extract()
                .path("steps.takenAt");
        List<String> simulated = supervisor()
                .get(API + "/simulations/messages?year=2026&recipient=s-001")
                .then()
                .extract()
                .path("items.at");
        List<String> superior = supervisor()
                .get(API + "/simulations/messages?year=2026&recipient=t-01")
                .then()
                .extract()
                .path("items.at");
        List<String> together = new ArrayList<>(simulated);
        together.addAll(superior);
        assertEquals(
                planned.stream().sorted().toList(), together.stream().sorted().toList());
    }

    @Test
    void t9_two_nodes_that_tick_at_once_and_again_after_a_restart_tell_each_rung_once() throws Exception {
        line.say(new TaskOverdue(task(task, SCHOOL, LocalDate.of(2026, 6, 30)), 5, at(7, 1, 0)));
        clock.set(at(7, 20, 9));
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Instant>> ticks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                ticks.add(ladders::tick);
            }
            for (var tick : nodes.invokeAll(ticks)) {
                tick.get();
            }
        }
        ladders.tick();

        List<SupervisionEvent> said = line.said(task);
        assertEquals(
                List.of("REMINDER", "URGING", "WARNING", "SUPERVISION", "BULLETIN proposed"),
                said.stream().map(LaddersIT::told).toList());
    }

    private static String told(SupervisionEvent e) {
        return switch (e) {
            case AlertRaised r -> r.rung().name();
            case AlertEscalated r -> r.rung().name();
            case RungProposed r -> r.rung() + " proposed";
            default -> e.toString();
        };
    }

    private TaskAssigned assigned(UUID id, UnitRef unit, LocalDate due) {
        return new TaskAssigned(task(id, unit, due), 1, "supervisor");
    }

    @Test
    void t13_every_number_of_a_simulated_year_opens_a_list_of_its_length() {
        line.say(
                assigned(UUID.randomUUID(), SCHOOL, LocalDate.of(2026, 9, 30)),
                assigned(UUID.randomUUID(), SCHOOL, LocalDate.of(2026, 11, 30)),
                assigned(UUID.randomUUID(), OTHER, LocalDate.of(2026, 12, 31)));
        String asked = "year=2026&signedAfter=2&against=" + write(REPEATING);
        long outbox = line.count("SELECT count(*) FROM alert");

        var year = supervisor()
                .get(API + "/simulations?" + asked)
                .then()
                .statusCode(200)
                .extract();

        assertEquals(3, year.<Integer>path("tasks"));
        assertEquals(3, year.<Integer>path("ladder.late"));
        List<Map<String, Object>> loads = year.path("ladder.loads");
        List<String> weeks = year.path("weeks");
        for (Map<String, Object> load : loads) {
            supervisor()
                    .get(API + "/simulations/messages?" + asked + "&recipient=" + load.get("recipient"))
                    .then()
                    .body("total", equalTo(load.get("total")));
            List<Integer> byWeek = (List<Integer>) load.get("byWeek");
            int busiest = byWeek.indexOf(Collections.max(byWeek));
            supervisor()
                    .get(API + "/simulations/messages?" + asked + "&recipient=" + load.get("recipient") + "&week="
                            + weeks.get(busiest))
                    .then()
                    .body("total", equalTo(byWeek.get(busiest)));
        }
        List<Map<String, Object>> rungs = year.path("ladder.rungs");
        for (Map<String, Object> rung : rungs) {
            supervisor()
                    .get(API + "/simulations/tasks?" + asked + "&reaches=" + rung.get("rung"))
                    .then()
                    .body("total", equalTo(rung.get("tasks")));
        }
        assertEquals(
                "ACCOUNTABILITY",
                year.<List<String>>path("ladder.units.highest").getFirst());
        assertEquals("WARNING", year.<List<String>>path("against.units.highest").getFirst());
        byte[] sheet = supervisor()
                .get(API + "/simulations/sheet?" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(sheet.length > 1000 && sheet[0] == 'P' && sheet[1] == 'K', "no workbook");
        assertEquals(outbox, line.count("SELECT count(*) FROM alert"));
        assertEquals(0, line.count("SELECT count(*) FROM outbox"));
    }

    @Test
    void a_year_like_the_last_takes_each_unit_as_late_as_it_was() {
        supervisor().get(API + "/simulations?year=2026&assume=last-year").then().statusCode(409);
        UUID late = UUID.randomUUID();
        UUID onTime = UUID.randomUUID();
        clock.set(at(LocalDate.of(2025, 7, 1), 0));
        line.say(new TaskOverdue(task(late, SCHOOL, LocalDate.of(2025, 6, 30)), 5, at(LocalDate.of(2025, 7, 1), 0)));
        clock.set(at(LocalDate.of(2025, 7, 4), 10));
        tickUntil(clock.instant());
        line.say(
                new TaskCompleted(
                        task(late, SCHOOL, LocalDate.of(2025, 6, 30)), 6, BigDecimal.ONE, clock.instant(), true, "x"),
                new TaskCompleted(
                        task(onTime, OTHER, LocalDate.of(2025, 6, 30)),
                        6,
                        BigDecimal.ONE,
                        clock.instant(),
                        false,
                        "x"));
        clock.set(at(1, 5, 9));
        line.say(
                assigned(UUID.randomUUID(), SCHOOL, LocalDate.of(2026, 6, 30)),
                assigned(UUID.randomUUID(), OTHER, LocalDate.of(2026, 6, 30)));

        supervisor()
                .get(API + "/simulations?year=2026&assume=last-year")
                .then()
                .statusCode(200)
                .body("lastYear.tasks", equalTo(2))
                .body("lastYear.late", equalTo(1))
                .body("ladder.late", equalTo(1))
                .body("ladder.units[0].unit.id", equalTo("s-001"))
                .body("ladder.units[0].highest", equalTo("WARNING"));
        supervisor()
                .get(API + "/simulations?year=2026&signedAfter=never")
                .then()
                .body("ladder.late", equalTo(2))
                .body("ladder.waiting", equalTo(2));
    }

    @Test
    void ten_thousand_tasks_are_simulated_in_under_five_seconds() {
        line.update("""
                INSERT INTO known_task (task_id, version, phase, due_on, facts)
                SELECT gen_random_uuid(), 1, 'OPEN', date '2026-01-05' + n %% 355,
                       jsonb_build_object('taskId', gen_random_uuid(), 'planId', gen_random_uuid(), 'targetId', gen_random_uuid(),
                           'parentId', NULL, 'title', '任务' || n, 'dueOn', (date '2026-01-05' + n %% 355)::text,
                           'bureau', jsonb_build_object('id', 'yunxi', 'name', '云溪县教育局', 'path', '/yunxi/'),
                           'leadUnit', jsonb_build_object('id', 's-' || n %% 500, 'name', '学校' || n %% 500,
                               'path', '/yunxi/t-01/s-' || n %% 500 || '/'),
                           'supportingUnits', '[]'::jsonb)
                  FROM generate_series(1, 10000) n
                """.replace("%%", "%"));

        long millis = ((Number) supervisor()
                        .get(API + "/simulations?year=2026&signedAfter=0")
                        .then()
                        .statusCode(200)
                        .body("tasks", equalTo(10_000))
                        .body("ladder.late", equalTo(10_000))
                        .extract()
                        .path("millis"))
                .longValue();

        System.out.println("10,000 tasks simulated in " + millis + " ms");
        assertTrue(millis < 5_000, millis + " ms");
    }
}
