package org.dudao.task.committing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class LettersIT {

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void a_plan_with_three_tasks() throws SQLException {
        clock.set("2026-03-02T01:00:00Z");
        World.units();
        try (Connection c = World.database()) {
            UUID led = World.assignedTask(c, LocalDate.of(2026, 9, 30));
            UUID supported = World.assignedTask(c, LocalDate.of(2027, 1, 15));
            UUID foreign = World.assignedTask(c, LocalDate.of(2026, 6, 30));
            try (var s = c.createStatement()) {
                s.executeUpdate("UPDATE task SET plan_id = '" + plan + "' WHERE id IN ('" + led + "', '" + supported
                        + "', '" + foreign + "')");
                s.executeUpdate("UPDATE task SET quote = '改造教室12间', target_value = 12, value_unit = '间', place = 2,"
                        + " lead_unit_id = 's-001', unit_path = '/yunxi/t-01/s-001/' WHERE id = '" + led + "'");
                s.executeUpdate(
                        "UPDATE task SET quote = '近视率下降', supporting_unit_ids = '{s-001}', place = 1 WHERE id = '"
                                + supported + "'");
            }
        }
    }

    @Test
    void a_units_letter_says_what_it_leads_and_what_it_supports() throws IOException {
        byte[] letter = World.supervisor()
                .get("/responsibility-letters/s-001?planId=" + plan)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".docx"))
                .extract()
                .asByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(letter))) {
            assertEquals(
                    "云溪县实验小学2026年目标责任书", document.getParagraphs().getFirst().getText());
            List<List<String>> rows = document.getTables().getFirst().getRows().stream()
                    .map(LettersIT::cells)
                    .toList();
            assertEquals(List.of("序号", "目标任务", "目标值", "完成时限", "责任分工"), rows.getFirst());
            assertEquals(List.of("1", "改造教室12间", "不少于12间", "9月30日", "牵头"), rows.get(1));
            assertEquals(List.of("2", "近视率下降", "完成", "2027年1月15日", "配合（牵头：项目建设办）"), rows.get(2));
            assertEquals(3, rows.size());
            BigInteger left = (BigInteger)
                    document.getDocument().getBody().getSectPr().getPgMar().getLeft();
            assertEquals(28, Math.round(left.intValue() / 56.6929), "GB/T 9704: 28 mm on the left");
        }
    }

    @Test
    void all_letters_come_in_one_archive_and_only_of_units_in_scope() throws IOException {
        assertEquals(
                List.of("001_项目建设办_2026年目标责任书.docx", "002_云溪县实验小学_2026年目标责任书.docx"),
                names(World.supervisor()
                        .get("/responsibility-letters?planId=" + plan)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()));
        assertEquals(
                List.of("001_云溪县实验小学_2026年目标责任书.docx"),
                names(World.school()
                        .get("/responsibility-letters?planId=" + plan)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()));
        World.school()
                .get("/responsibility-letters/o-build?planId=" + plan)
                .then()
                .statusCode(404);
        World.otherSchool().get("/responsibility-letters?planId=" + plan).then().statusCode(404);
        World.supervisor()
                .get("/responsibility-letters")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("planId")));
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(c -> c.getText()).toList();
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertTrue(zip.readAllBytes().length > 1_000);
            }
        }
        return names;
    }
}
