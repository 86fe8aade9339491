package org.dudao.plan.reading;

import static org.dudao.plan.reading.Zips.document;
import static org.dudao.plan.reading.Zips.docx;
import static org.dudao.plan.reading.Zips.p;
import static org.dudao.plan.reading.Zips.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;

/** Files made to break a reader, and files that are something else: each is refused for its own reason, quickly. */
class HostileFilesTest {

    private static final String BODY = p("青石县教育局2026年工作要点") + p("一、新建学校3所，缓解学位紧张。") + p("二、招聘教师60名，补齐学科缺口。");

    private static void refused(Reason reason, byte[] bytes) {
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertEquals(
                        reason,
                        assertThrows(UnreadableDocument.class, () -> PlanReader.read(bytes))
                                .reason()));
    }

    @Test
    void an_outer_entity_is_not_fetched() {
        String xml = document(BODY.replace("紧张", "&secret;"));
        refused(Reason.BROKEN, word("<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>" + xml));
    }

    @Test
    void a_billion_laughs_are_not_laughed() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 '哈哈哈哈哈哈哈哈'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        refused(Reason.BROKEN, word(entities + "]>" + document(BODY.replace("紧张", "&a29;"))));
    }

    private static byte[] word(String xml) {
        return Zips.office(Zips.WORD, "word/document.xml", utf8(xml));
    }

    @Test
    void deep_nesting_is_refused() {
        int deep = 5_000;
        refused(Reason.TOO_DEEP, docx(BODY + "<w:sdt>".repeat(deep) + "</w:sdt>".repeat(deep)));
    }

    @Test
    void a_bomb_in_a_part_beside_the_text_is_not_unpacked_either() {
        char[] blanks = new char[40 * 1024 * 1024];
        Arrays.fill(blanks, ' ');
        refused(
                Reason.EXPANDS_TOO_MUCH,
                docx(BODY, "word/styles.xml", "<w:styles XMLNS>" + new String(blanks) + "</w:styles>"));
    }

    @Test
    void names_of_parts_lead_nowhere() {
        byte[] file = docx(BODY, "../../../../tmp/evil", "x", "/etc/evil", "x");
        assertEquals(2, PlanReader.read(file).measures());
    }

    @Test
    void a_huge_cell_and_a_wide_span_cost_little() {
        String cell = "新建学校".repeat(20_000);
        byte[] file = docx(p("2026年工作要点") + "<w:tbl><w:tr><w:tc>" + p("序号") + "</w:tc><w:tc>" + p("工作任务")
                + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>" + p("1")
                + "</w:tc><w:tc>"
                + p(cell) + "</w:tc></w:tr></w:tbl>" + BODY);
        assertTimeout(Duration.ofSeconds(10), () -> PlanReader.read(file));
    }

    @Test
    void what_is_something_else_is_told_what_to_do() {
        refused(
                Reason.MACROS,
                Zips.office(
                        "application/vnd.ms-word.document.macroEnabled.main+xml",
                        "word/document.xml",
                        utf8(document(BODY))));
        refused(
                Reason.BROKEN,
                Zips.office(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "xl/workbook.xml",
                        utf8("<a/>")));
        refused(
                Reason.SLIDES,
                Zips.office(
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        "ppt/presentation.xml",
                        utf8("<a/>")));
        refused(Reason.PAGES, Zips.of(new LinkedHashMap<>(Map.of("Index/Document.iwa", new byte[9]))));
        refused(Reason.RICH_TEXT, utf8("{\\rtf1\\ansi 2026}"));
        refused(Reason.WEB_PAGE, utf8("<html><body>2026年工作要点<br>一、新建学校</body></html>"));
        refused(Reason.PICTURE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        refused(Reason.NO_PLAN, utf8("# Notes\n\nThis is a list of things to buy: milk, bread, eggs.\n"));
    }

    @Test
    void control_characters_and_marks_of_direction_are_taken_out() {
        DraftPlan plan = PlanReader.read(utf8("2026年工作要点\n一、新建\u202e学校3\u00ad所，缓解学\u200b位紧张。\n二、招聘教师60名，补齐学科缺口。\n"));
        String text = plan.chapters().getFirst().measures().getFirst().text();
        assertTrue(text.contains("新建学校3所，缓解学位紧张"), text);
    }

    @Test
    void a_file_cut_off_inside_a_character_is_still_read() {
        String text = "青石县教育局2026年工作要点\n一、新建学校3所，缓解城区学位紧张的状况。\n二、招聘教师60名，补齐农村学校学科缺";
        for (String charset : new String[] {"UTF-8", "GB18030"}) {
            byte[] whole = text.getBytes(Charset.forName(charset));
            DraftPlan plan = PlanReader.read(Arrays.copyOf(whole, whole.length - 1));
            assertEquals("青石县教育局2026年工作要点", plan.title(), charset);
            assertEquals(2, plan.measures());
        }
    }

    @Test
    void an_ofd_is_read_and_one_without_text_is_a_scan() {
        DraftPlan plan = PlanReader.read(ofd("""
                <TextObject Boundary='40 30 120 8' Size='8'><TextCode X='0' Y='7'>青石县教育局2026年工作要点</TextCode></TextObject>
                <TextObject Boundary='38 50 150 6' Size='5'><TextCode X='0' Y='5'>一、新建学校3所，缓解城区学位紧张。</TextCode></TextObject>
                <TextObject Boundary='38 60 150 6' Size='5'><TextCode X='0' Y='5'>二、招聘教师60名，补齐学科缺口。</TextCode></TextObject>
                """));
        assertEquals("青石县教育局2026年工作要点", plan.title());
        assertEquals(2, plan.measures());
        assertEquals(2, plan.targets().size());
        refused(Reason.SCANNED, ofd("<ImageObject ResourceID='1'/>"));
    }

    private static byte[] ofd(String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", utf8("<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"));
        parts.put(
                "Doc_0/Document.xml",
                utf8("<Document><Pages><Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></Pages></Document>"));
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                utf8("<Page><Content><Layer>" + content + "</Layer></Content></Page>"));
        return Zips.of(parts);
    }

    @Test
    void no_text_of_a_hostile_shape_is_slow() {
        for (String unit :
                new String[] {"。1.", "一、", "（一）", "1、x\n", "。第一章", "|a", "篇一", "序号\n", "附件\n", "2026年工作计划\n"}) {
            byte[] bytes = ("2026年工作要点\n一、抓管理。\n" + unit.repeat(Math.min(10_000, 40_000 / unit.length())) + "\n二、抓质量。")
                    .getBytes(StandardCharsets.UTF_8);
            assertTimeout(Duration.ofSeconds(20), () -> attempt(bytes), unit);
        }
    }

    private static void attempt(byte[] bytes) {
        try {
            assertTrue(PlanReader.read(bytes).measures() >= 0);
        } catch (UnreadableDocument e) {
            assertTrue(e.reason() != Reason.BROKEN);
        }
    }
}
