package org.dudao.task.organising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Sheet;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units as a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class UnitSheetIT {

    private static final List<String> TITLES = List.of("编号", "上级编号", "名称", "类型", "学段", "学校标识码", "学生数", "特征");

    @BeforeEach
    void a_county() {
        World.units();
    }

    private static byte[] sheet(List<List<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单位");
            for (int c = 0; c < TITLES.size(); c++) {
                sheet.value(0, c, TITLES.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    switch (rows.get(r).get(c)) {
                        case null -> {}
                        case Number n -> sheet.value(r + 1, c, n);
                        case Object text -> sheet.value(r + 1, c, text.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ValidatableResponse send(byte[] file, boolean preview) {
        return World.admin()
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs(Sheet.TYPE, ContentType.BINARY)))
                .contentType(Sheet.TYPE)
                .body(file)
                .post("/units/sheet?preview=" + preview)
                .then();
    }

    @Test
    void each_row_gets_its_answer_and_a_preview_saves_nothing() {
        List<List<Object>> good = new ArrayList<>(List.of(
                Arrays.asList("e-1", "t-01", "表一小学", "学校", "小学", 2144200001L, 300, "寄宿制、农村"),
                Arrays.asList("e-2", "t-01", "表二小学", "学校", "小学", "2144200002", null, null)));
        long before = World.count("SELECT count(*) FROM unit");
        send(sheet(good), true).statusCode(200).body("saved", equalTo(false), "created", equalTo(2));
        assertEquals(before, World.count("SELECT count(*) FROM unit"));

        List<List<Object>> mixed = new ArrayList<>(good);
        mixed.add(Arrays.asList("e-3", "t-01", "表三小学", "学堂", null, null, "很多", null));
        mixed.add(Arrays.asList("e-4", "nowhere", "表四小学", "学校", null, null, null, null));
        send(sheet(mixed), false)
                .statusCode(200)
                .body("saved", equalTo(false), "wrong", equalTo(1))
                .body("rows[0].row", equalTo(4), "rows[0].outcome", equalTo("WRONG"))
                .body("rows[0].errors.field", contains("kind", "pupils", "kind"));
        assertEquals(before, World.count("SELECT count(*) FROM unit"));

        send(sheet(good), false).statusCode(200).body("saved", equalTo(true), "created", equalTo(2));
        World.admin()
                .get("/units?q=2144200001")
                .then()
                .body("items.id", contains("e-1"), "items[0].profile.pupils", equalTo(300))
                .body("items[0].profile.traits", contains("寄宿制", "农村"));
        World.admin().get("/units?trait=寄宿制&stage=PRIMARY").then().body("items.id", contains("e-1"));
        send(sheet(good), false).body("created", equalTo(0), "unchanged", equalTo(2), "rows", hasSize(0));
    }

    @Test
    void what_is_exported_can_be_sent_back() throws IOException {
        send(sheet(List.of(Arrays.asList("b-1", "t-01", "=1+1", "学校", "小学", "2144200009", 5, null))), false)
                .statusCode(200);
        byte[] file = World.admin()
                .get("/units/sheet?q=2144200009")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertTrue(workbook.getFirstSheet().read().stream()
                    .anyMatch(r -> r.getCellText(2).equals("'=1+1")));
        }
        send(file, false).statusCode(200).body("wrong", equalTo(0), "changed", equalTo(0), "created", equalTo(0));
        send(World.admin().get("/units/sheet/template").asByteArray(), true)
                .body("wrong", equalTo(0), "created", equalTo(1));
    }

    @Test
    void what_is_no_sheet_or_lacks_columns_or_is_made_to_hurt_gets_a_clear_answer() throws IOException {
        send("nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8), true)
                .statusCode(422)
                .body("errors.field", contains("file"));
        send(Sheet.write("x", List.of(new Sheet.Column("名称", "name", "")), List.of(List.of("甲"))), true)
                .statusCode(422)
                .body("errors.field", contains("id", "kind"));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 150; i++) {
                zip.write(nothing);
            }
        }
        send(bomb.toByteArray(), true).statusCode(413);
    }

    @Test
    void ten_thousand_units_in_a_sheet_take_seconds() {
        List<List<Object>> rows = new ArrayList<>();
        for (int n = 0; n < 10_000; n++) {
            rows.add(Arrays.asList(
                    "z-" + n,
                    n < 100 ? "yunxi" : "z-" + n % 100,
                    "表格学校" + n,
                    "学校",
                    "小学",
                    "21" + (45_000_000 + n),
                    n % 3000,
                    n % 2 == 0 ? "寄宿制" : "民办"));
        }
        byte[] file = sheet(rows);
        long started = System.nanoTime();
        send(file, true).statusCode(200).body("created", equalTo(10_000));
        long previewed = System.nanoTime();
        send(file, false).statusCode(200).body("created", equalTo(10_000), "saved", equalTo(true));
        long saved = System.nanoTime();
        System.out.printf(
                "10,000 units of a sheet: preview %d ms, import %d ms%n",
                (previewed - started) / 1_000_000, (saved - previewed) / 1_000_000);
        assertTrue(saved - previewed < 30_000_000_000L);
    }
}
