package org.dudao.task.assigning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.task.Unit;
import org.dudao.task.UnitProfile;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final List<Unit> UNITS = List.of(
            office("o-basic", "基础教育科", "近视", "义务教育"),
            office("o-build", "项目建设办", "新改扩建", "校舍"),
            office("o-safety", "安全科", "安全"));

    private static Unit office(String id, String name, String... functions) {
        return new Unit(
                id,
                "yunxi",
                "/yunxi/" + id + "/",
                name,
                UnitKind.SECTION,
                true,
                List.of(functions),
                UnitProfile.NONE,
                1);
    }

    private static Optional<Proposal> proposed(String measure, String quote) {
        return Proposal.of(
                new TargetPublished(
                        UUID.randomUUID(),
                        1,
                        UUID.randomUUID(),
                        1,
                        "要点",
                        2026,
                        new UnitRef("yunxi", "局", "/yunxi/"),
                        "一",
                        measure,
                        quote,
                        "",
                        Comparator.GE,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 12, 31),
                        true,
                        Strength.MUST,
                        false),
                UNITS);
    }

    @Test
    void the_unit_whose_functions_the_target_names_is_proposed_with_the_reason() {
        Proposal proposal = proposed("实施校舍提升工程", "新改扩建中小学165所").orElseThrow();
        assertEquals("o-build", proposal.unitId());
        assertEquals("目标提到“新改扩建”，所在举措提到“校舍”，属项目建设办职能。", proposal.reason());
    }

    @Test
    void the_targets_own_words_count_more_than_its_measures() {
        assertEquals(
                "o-basic", proposed("加强校舍安全和校舍管理", "近视率下降1个百分点以上").orElseThrow().unitId());
    }

    @Test
    void words_of_nobodys_functions_propose_nobody() {
        assertTrue(proposed("繁荣校园文化", "举办艺术节3场").isEmpty());
    }

    @Test
    void a_title_is_the_plans_own_words_in_one_line() {
        assertEquals("新改扩建 中小学165所", AssignTasksWhenPlanPublished.title(" 新改扩建\n中小学165所 "));
        assertEquals(60, AssignTasksWhenPlanPublished.title("长".repeat(80)).length());
    }
}
