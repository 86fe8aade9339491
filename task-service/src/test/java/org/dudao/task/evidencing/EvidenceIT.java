package org.dudao.task.evidencing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A school proves what it says: what is taken, what is refused, who sees it, and what is left of what went wrong. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class EvidenceIT {

    private static final Path KEPT = Path.of("target/evidence");

    @Inject
    TestClock clock;

    @Inject
    MakeThumbnails thumbnails;

    @Inject
    SweepEvidence sweep;

    private UUID task;

    @BeforeEach
    void a_task_that_a_school_has_accepted() throws SQLException {
        clock.set("2026-03-02T02:00:00Z");
        World.units();
        task = schoolTask();
    }

    private static UUID schoolTask() throws SQLException {
        try (Connection c = World.database()) {
            UUID id = World.assignedTask(c, LocalDate.of(2026, 6, 30));
            try (PreparedStatement accepted = c.prepareStatement("""
                    UPDATE task SET lead_unit_id = 's-001', unit_path = '/yunxi/t-01/s-001/', phase = 'accepted',
                        accepted_at = now(), accepted_by = 'school' WHERE id = ?
                    """)) {
                accepted.setObject(1, id);
                accepted.executeUpdate();
            }
            return id;
        }
    }

    private static Response send(RequestSpecification who, UUID task, String name, byte[] bytes) {
        return who.contentType("multipart/form-data")
                .multiPart("file", name, bytes, "application/octet-stream")
                .post("/tasks/" + task + "/evidence");
    }

    private String sent(String name, byte[] bytes) {
        return send(World.school(), task, name, bytes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] unique(String name) {
        return Samples.text(name + " " + UUID.randomUUID());
    }

    @Test
    void a_file_is_kept_as_it_came_listed_and_given_back_inert() {
        byte[] pdf = Samples.pdf(UUID.randomUUID().toString());
        String id = send(World.school(), task, "report.pdf", pdf)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/content"))
                .body("type", equalTo("pdf"), "name", equalTo("report.pdf"), "size", equalTo(pdf.length))
                .body("thumbnail", equalTo("pending"), "unitName", equalTo("云溪县实验小学"), "can", hasItem("remove"))
                .extract()
                .path("id");
        World.school()
                .get("/tasks/" + task + "/evidence")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        Response content = World.supervisor().get("/evidence/" + id + "/content");
        content.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Type", equalTo("application/pdf"));
        assertArrayEquals(pdf, content.asByteArray());
        World.school()
                .header("If-None-Match", content.header("ETag"))
                .get("/evidence/" + id + "/content")
                .then()
                .statusCode(304);
        Response part = World.school().header("Range", "bytes=5-9").get("/evidence/" + id + "/content");
        part.then().statusCode(206).header("Content-Range", equalTo("bytes 5-9/" + pdf.length));
        assertArrayEquals(java.util.Arrays.copyOfRange(pdf, 5, 10), part.asByteArray());
        World.school()
                .header("Range", "bytes=" + pdf.length + "-")
                .get("/evidence/" + id + "/content")
                .then()
                .statusCode(416);
        World.task(task).body("history.act", hasItem("evidence-added"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("empty.txt", new byte[0], 422, "evidence-empty"),
                Arguments.of("big.txt", new byte[20 * 1024 * 1024 + 1], 413, "evidence-too-large"),
                Arguments.of("photo.png", Samples.picture("jpg", 8, 8, Color.RED), 422, "evidence-extension-differs"),
                Arguments.of("report.pdf.exe", Samples.pdf("x"), 422, "evidence-extension-differs"),
                Arguments.of("setup.txt", Samples.raw("MZ\u0090\0\3\0\0\0"), 422, "evidence-program"),
                Arguments.of("run.txt", Samples.text("#!/bin/sh\nrm -rf /"), 422, "evidence-program"),
                Arguments.of("page.txt", Samples.text("<!DOCTYPE html><p>x"), 422, "evidence-active-page"),
                Arguments.of("logo.txt", Samples.text(" \n<svg onload=alert(1)>"), 422, "evidence-active-page"),
                Arguments.of("note.txt", Samples.text("说明 <script>alert(1)</script>"), 422, "evidence-active-page"),
                Arguments.of("noise.txt", new byte[] {0, 1, 2, 3, 0, (byte) 0xff}, 422, "evidence-unknown-type"),
                Arguments.of(
                        "old.doc",
                        Samples.raw("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1xx"),
                        422,
                        "evidence-old-office"),
                Arguments.of("all.docx", Samples.zip(), 422, "evidence-archive"),
                Arguments.of("all.rar", Samples.raw("Rar!\u001a\u0007\0"), 422, "evidence-archive"),
                Arguments.of("m.docx", Samples.docxWithMacros(), 422, "evidence-macros"),
                Arguments.of(
                        "m.docm",
                        Samples.office("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of()),
                        422,
                        "evidence-macros"),
                Arguments.of("t.docx", Samples.docxWithTemplateElsewhere(), 422, "evidence-macros"),
                Arguments.of("bomb.docx", Samples.bomb(), 422, "evidence-inflates"),
                Arguments.of("half.docx", java.util.Arrays.copyOf(Samples.docx(), 60), 422, "evidence-broken"),
                Arguments.of("s.pdf", Samples.pdfWithScript(), 422, "evidence-active-pdf"),
                Arguments.of("p.pdf", Samples.pdfWithPassword(), 422, "evidence-encrypted"),
                Arguments.of("b.pdf", Samples.raw("%PDF-1.7\nnothing"), 422, "evidence-broken"),
                Arguments.of("huge.png", Samples.pngOf(20_000, 20_000), 422, "evidence-too-many-pixels"),
                Arguments.of("b.png", Samples.raw("\u0089PNG\r\n\u001a\n....."), 422, "evidence-broken"),
                Arguments.of("film.mp4", Samples.raw("\0\0\0\u0018ftypmp42\0\0\0\0"), 422, "evidence-video-off"),
                Arguments.of("film.mov", Samples.raw("\0\0\0\u0018ftypqt  \0\0\0\0"), 422, "evidence-unknown-type"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_may_do_harm_is_refused_with_its_reason_and_leaves_nothing(
            String name, byte[] bytes, int status, String slug) {
        send(World.school(), task, name, bytes)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dudao:problem:" + slug), "errors.field", equalTo(List.of("file")))
                .body("detail", endsWith("。"));
        send(World.school().header("Accept-Language", "en"), task, name, bytes)
                .then()
                .statusCode(status)
                .body("detail", endsWith("."));
        World.school().get("/tasks/" + task + "/evidence").then().body("items.size()", equalTo(0));
    }

    @Test
    void what_offices_really_send_is_taken() {
        sent("a.docx", Samples.docx());
        sent(
                "b.xlsx",
                Samples.office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Map.of()));
        sent(
                "c.pptx",
                Samples.office(
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        Map.of()));
        sent("d.PNG", Samples.picture("png", 20, 10, Color.GREEN));
        sent("e.jpeg", Samples.picture("jpg", 20, 10, Color.GREEN));
        sent("f.txt", "校舍已竣工，见附表。".getBytes(java.nio.charset.Charset.forName("GB18030")));
        sent("g.txt", Samples.text("第一季度完成 12 间 < 15 间"));
        send(World.school(), task, "h.heic", Samples.raw("\0\0\0\u0018ftypheic\0\0\0\0"))
                .then()
                .statusCode(201)
                .body("thumbnail", equalTo("none"));
        World.school()
                .get("/tasks/" + task + "/evidence")
                .then()
                .body("items.type", equalTo(List.of("docx", "xlsx", "pptx", "png", "jpeg", "txt", "txt", "heic")));
    }

    @Test
    void names_are_cleaned_of_paths_and_of_what_deceives() {
        send(World.school(), task, "..\\..\\etc\\pass:wd?.txt", unique("n"))
                .then()
                .statusCode(201)
                .body("name", equalTo("pass_wd_.txt"));
    }

    @Test
    void the_same_request_again_changes_nothing() {
        byte[] bytes = unique("once");
        String key = UUID.randomUUID().toString();
        String first = send(World.school().header("Idempotency-Key", key), task, "a.txt", bytes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(World.school().header("Idempotency-Key", key), task, "a.txt", bytes)
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        send(World.school(), task, "again.txt", bytes)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:evidence-stands-already"))
                .body("detail", containsString("a.txt"));
    }

    @Test
    void what_stands_at_another_task_is_offered_and_taken_over_instead_of_sent_again() throws SQLException {
        String first = sent("plan.txt", unique("reuse"));
        String hash = World.school().get("/tasks/" + task + "/evidence").path("items[0].sha256");
        UUID other = schoolTask();
        World.school()
                .get("/evidence?sha256=" + hash)
                .then()
                .body("items.id", equalTo(List.of(first)), "items[0].taskTitle", equalTo("新改扩建中小学165所"));
        World.school()
                .body("{\"evidenceId\":\"" + first + "\"}")
                .post("/tasks/" + other + "/evidence/existing")
                .then()
                .statusCode(201)
                .body("reusedFrom", equalTo(first), "sha256", equalTo(hash));
        assertEquals(1, World.count("SELECT count(*) FROM content WHERE sha256 = ?", hash));
        assertEquals(2, World.count("SELECT count(*) FROM evidence WHERE sha256 = ?", hash));
        World.school()
                .get("/evidence?q=plan.t&limit=1")
                .then()
                .body("items.size()", equalTo(1), "next", notNullValue());
        World.school().get("/evidence?q=100%25").then().body("total", equalTo(0));
        World.otherSchool()
                .body("{\"evidenceId\":\"" + first + "\"}")
                .post("/tasks/" + other + "/evidence/existing")
                .then()
                .statusCode(404);
    }

    @Test
    void who_does_not_see_the_task_does_not_see_its_files() {
        String id = sent("a.txt", unique("scope"));
        for (String path : List.of("/content", "/thumbnail")) {
            World.otherSchool().get("/evidence/" + id + path).then().statusCode(404);
            World.office().get("/evidence/" + id + path).then().statusCode(404);
        }
        World.otherSchool().get("/tasks/" + task + "/evidence").then().statusCode(404);
        World.otherSchool().get("/tasks/" + task + "/evidence/package").then().statusCode(404);
        World.otherSchool().delete("/evidence/" + id).then().statusCode(404);
        send(World.otherSchool(), task, "b.txt", unique("b")).then().statusCode(404);
        World.otherSchool().get("/evidence").then().body("items.unitId", everyItem(equalTo("s-002")));
        send(World.supervisor(), task, "b.txt", unique("b")).then().statusCode(403);
        send(World.admin(), task, "b.txt", unique("b")).then().statusCode(403);
        send(World.as("school-demo", "s-001", "school-system"), task, "c.txt", unique("c"))
                .then()
                .statusCode(201)
                .body("by", equalTo("school-demo"));
    }

    @Test
    void its_uploader_takes_it_back_before_it_was_handed_in_and_may_think_again() {
        String id = sent("a.txt", unique("back"));
        World.as("colleague", "s-001", "school")
                .delete("/evidence/" + id)
                .then()
                .statusCode(403);
        World.school().delete("/evidence/" + id).then().statusCode(204);
        World.school().get("/evidence/" + id + "/content").then().statusCode(404);
        World.school().delete("/evidence/" + id).then().statusCode(204);
        World.school()
                .put("/evidence/" + id + "/restoration")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        World.school().get("/evidence/" + id + "/content").then().statusCode(200);
        World.school()
                .body("{\"narrative\":\"完成\"}")
                .put("/tasks/" + task + "/submission")
                .then()
                .statusCode(200);
        World.school().delete("/evidence/" + id).then().statusCode(409);
        send(World.school(), task, "late.txt", unique("late"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:task-submitted"));
        World.task(task)
                .body("history.act", hasItem("evidence-removed"))
                .body("history.act", hasItem("evidence-restored"));
    }

    @Test
    void a_photo_keeps_its_place_to_the_unit_and_shows_a_thumbnail_that_tells_none() throws IOException, SQLException {
        byte[] photo = Samples.photoWithPlace();
        String id = send(World.school(), task, "site.jpg", photo)
                .then()
                .statusCode(201)
                .body("located", equalTo(true))
                .extract()
                .path("id");
        try (Connection c = World.database();
                PreparedStatement supports =
                        c.prepareStatement("UPDATE task SET supporting_unit_ids = '{s-002}' WHERE id = ?")) {
            supports.setObject(1, task);
            supports.executeUpdate();
        }
        drawAll();
        byte[] small = World.otherSchool()
                .get("/evidence/" + id + "/thumbnail")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
        assertEquals(List.of(240, 480), List.of(picture.getWidth(), picture.getHeight()), "turned upright");
        assertFalse(new String(small, StandardCharsets.ISO_8859_1).contains("Exif"));
        World.otherSchool().get("/evidence/" + id + "/content").then().statusCode(403);
        assertArrayEquals(
                photo, World.school().get("/evidence/" + id + "/content").asByteArray());
        Map<String, byte[]> theirs = unpacked(
                World.otherSchool().get("/tasks/" + task + "/evidence/package").asByteArray());
        assertEquals(List.of("目录.csv"), List.copyOf(theirs.keySet()));
        assertTrue(new String(theirs.get("目录.csv"), StandardCharsets.UTF_8).contains("未附"));
    }

    @Test
    void a_pdf_shows_its_first_page() throws IOException {
        String id = sent("a.pdf", Samples.pdf(UUID.randomUUID().toString()));
        World.school().get("/evidence/" + id + "/thumbnail").then().statusCode(404);
        drawAll();
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(
                World.school().get("/evidence/" + id + "/thumbnail").asByteArray()));
        assertEquals(480, page.getHeight());
    }

    private void drawAll() {
        while (!thumbnails.tick().isAfter(clock.instant())) {
            // one a tick
        }
    }

    @Test
    void an_inspection_gets_all_files_with_an_index() throws IOException {
        byte[] a = unique("a");
        sent("=cmd.txt", a);
        sent("b.docx", Samples.docx());
        Response zip = World.as("inspector", "yunxi", "inspector").get("/tasks/" + task + "/evidence/package");
        zip.then().statusCode(200).header("Content-Disposition", containsString("evidence.zip"));
        Map<String, byte[]> files = unpacked(zip.asByteArray());
        assertEquals(3, files.size());
        assertArrayEquals(a, files.get("001_=cmd.txt"));
        String index = new String(files.get("目录.csv"), StandardCharsets.UTF_8);
        assertTrue(index.contains("\"2\",\"002_b.docx\""), index);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void many_at_once_with_the_same_bytes_store_them_once() throws Exception {
        byte[] bytes = unique("same");
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(i % 2 == 0 ? schoolTask() : tasks.getLast());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> sends = new ArrayList<>();
            tasks.forEach(t ->
                    sends.add(() -> send(World.school(), t, "same.txt", bytes).statusCode()));
            for (Future<Integer> status : all.invokeAll(sends)) {
                statuses.add(status.get());
            }
        }
        assertEquals(4, statuses.stream().filter(s -> s == 201).count(), statuses.toString());
        assertEquals(4, statuses.stream().filter(s -> s == 409).count(), statuses.toString());
        String hash =
                World.school().get("/tasks/" + tasks.getFirst() + "/evidence").path("items[0].sha256");
        assertEquals(1, World.count("SELECT count(*) FROM content WHERE sha256 = ?", hash));
        assertEquals(4, World.count("SELECT count(*) FROM evidence WHERE sha256 = ?", hash));
        assertTrue(Files.exists(KEPT.resolve(hash.substring(0, 2)).resolve(hash.substring(2))));
    }

    @Test
    void what_nothing_needs_is_swept_a_day_later_and_what_is_needed_stays() throws IOException, SQLException {
        String gone = sent("gone.txt", unique("gone"));
        String stays = sent("stays.txt", unique("stays"));
        List<String> hashes = World.school().get("/tasks/" + task + "/evidence").path("items.sha256");
        World.school().delete("/evidence/" + gone).then().statusCode(204);
        Files.createDirectories(KEPT.resolve("incoming"));
        Path killed = Files.writeString(KEPT.resolve("incoming/put-killed"), "half");
        Files.setLastModifiedTime(killed, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        String half = "ab" + "0".repeat(62);
        try (Connection c = World.database();
                PreparedStatement row = c.prepareStatement(
                        "INSERT INTO content (sha256, size, claimed_at, thumbnail) VALUES (?, 1, '2026-03-02T02:00:00Z', 'none')")) {
            row.setString(1, half);
            row.executeUpdate();
        }
        clock.set("2026-03-02T23:00:00Z");
        sweep.tick();
        assertTrue(Files.exists(kept(hashes.get(0))), "a day is not over");
        clock.set("2026-03-03T02:00:01Z");
        sweep.tick();
        assertFalse(Files.exists(kept(hashes.get(0))));
        assertFalse(Files.exists(killed));
        assertEquals(0, World.count("SELECT count(*) FROM content WHERE sha256 IN (?, ?)", hashes.get(0), half));
        World.school().get("/evidence/" + stays + "/content").then().statusCode(200);
        World.school()
                .put("/evidence/" + gone + "/restoration")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:evidence-gone"));
    }

    private static Path kept(String hash) {
        return KEPT.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    @Test
    void a_report_names_the_files_that_prove_it_and_they_stay() {
        String id = sent("a.txt", unique("named"));
        World.school()
                .body("{\"narrative\":\"已开工\",\"evidenceIds\":[\"" + UUID.randomUUID() + "\"]}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("evidenceIds")));
        String report = World.school()
                .body("{\"narrative\":\"已开工\",\"evidenceIds\":[\"" + id + "\"]}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(201)
                .body("reports.size()", equalTo(1))
                .extract()
                .path("reports[0].id");
        World.school()
                .get("/tasks/" + task + "/evidence")
                .then()
                .body("items[0].reportIds", equalTo(List.of(report)), "items[0].can", equalTo(List.of("open")));
        World.school()
                .delete("/evidence/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:evidence-named"));
    }

    @Test
    void a_units_evidence_moves_with_it_in_the_tree() {
        String id = sent("moves.txt", unique("moves"));
        World.admin()
                .body(
                        "{\"units\":[{\"id\":\"s-001\",\"parentId\":\"yunxi\",\"name\":\"云溪县实验小学\",\"kind\":\"SCHOOL\"}]}")
                .put("/units")
                .then()
                .statusCode(200);
        World.as("town", "t-01", "office")
                .get("/evidence/" + id + "/content")
                .then()
                .statusCode(404);
        World.school().get("/evidence?q=moves").then().body("items.id", hasItem(id));
        World.units();
        World.as("town", "t-01", "office")
                .get("/evidence/" + id + "/content")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_no_upload_gets_a_clear_answer() {
        World.school()
                .contentType("multipart/form-data")
                .multiPart("datei", "x.txt", new byte[1])
                .post("/tasks/" + task + "/evidence")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("file")));
        World.school().body("{}").post("/tasks/" + task + "/evidence").then().statusCode(415);
        World.school()
                .body("{}")
                .post("/tasks/" + task + "/evidence/existing")
                .then()
                .statusCode(422);
        World.school().get("/evidence?cursor=xx").then().statusCode(422);
        World.school().get("/evidence/" + UUID.randomUUID() + "/content").then().statusCode(404);
        RestAssured.given().get("/api/task/v1/evidence").then().statusCode(401);
    }
}
