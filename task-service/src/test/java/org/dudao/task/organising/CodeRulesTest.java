package org.dudao.task.organising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Problem;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Stage;
import org.dudao.task.Unit;
import org.dudao.task.UnitProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodeRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Unit school(String name, @Nullable Stage stage, @Nullable String code) {
        return new Unit(
                "s-1",
                "t-1",
                "/y/t-1/s-1/",
                name,
                UnitKind.SCHOOL,
                true,
                List.of(),
                new UnitProfile(stage, null, code, null, null, null, List.of(), null, null, null),
                1);
    }

    private static List<String> wrong(
            @Nullable Unit before, Unit after, SchoolCodes.@Nullable Held holder, @Nullable String reason) {
        List<Problem.Field> wrong = new ArrayList<>();
        CodeRules.check("", before, after, holder, reason, wrong);
        return wrong.stream().map(Problem.Field::field).toList();
    }

    @Test
    void a_code_stays_through_a_rename() {
        Unit before = school("城关小学", Stage.PRIMARY, "2144000001");
        assertTrue(wrong(before, school("云溪县第一小学", Stage.PRIMARY, "2144000001"), held("s-1", null), null)
                .isEmpty());
        assertEquals(List.of("schoolCode"), wrong(before, school("云溪县第一小学", Stage.PRIMARY, "2144000009"), null, null));
        assertTrue(wrong(before, school("云溪县第一小学", Stage.PRIMARY, "2144000009"), null, "更正录入错误")
                .isEmpty());
    }

    @Test
    void a_school_that_becomes_another_kind_gets_another_code() {
        Unit before = school("城关小学", Stage.PRIMARY, "2144000001");
        assertEquals(
                List.of("schoolCode"),
                wrong(before, school("城关学校", Stage.NINE_YEAR, "2144000001"), held("s-1", null), null));
        assertTrue(wrong(before, school("城关学校", Stage.NINE_YEAR, "3144000001"), null, null)
                .isEmpty());
    }

    @Test
    void a_code_is_never_given_again() {
        Unit after = school("新校", Stage.PRIMARY, "2144000001");
        assertEquals(List.of("schoolCode"), wrong(null, after, held("s-2", null), null));
        assertEquals(List.of("schoolCode"), wrong(null, after, held("s-2", DAY), null));
        assertEquals(List.of("schoolCode"), wrong(null, after, held("s-1", DAY), null));
    }

    @Test
    void a_code_has_ten_digits_of_a_known_kind() {
        assertEquals(List.of("schoolCode"), wrong(null, school("甲", null, "214400001"), null, null));
        assertEquals(List.of("schoolCode"), wrong(null, school("甲", null, "9944000001"), null, null));
        assertTrue(wrong(null, school("甲", null, "5144000001"), null, null).isEmpty());
    }

    private static SchoolCodes.Held held(String unit, @Nullable LocalDate until) {
        return new SchoolCodes.Held("2144000001", unit, DAY, until, null);
    }
}
