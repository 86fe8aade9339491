package org.dudao.notification.delivering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dudao.notification.MessageKind;
import org.dudao.notification.Template;
import org.junit.jupiter.api.Test;

class WriteLetterTest {

    private static final Template MAIL = new Template(1, "{subject}", "{name}：\n\n{items}\n\n自动发送。");
    private static final Template DIGEST = new Template(1, "您有{count}条新消息", "{name}：\n\n{items}");

    private static WriteLetter.Line line(String title, String body) {
        return new WriteLetter.Line(
                MessageKind.TASK_ASSIGNED, false, new Template.Text(title, body), "http://x.example/tasks/1");
    }

    @Test
    void one_message_is_a_mail_with_its_title_text_and_link() {
        Letter letter = WriteLetter.letter(MAIL, "苏明月", List.of(line("新任务", "请签收。")), 1);

        assertEquals("新任务", letter.subject());
        assertEquals("苏明月：\n\n新任务\n请签收。\nhttp://x.example/tasks/1\n\n自动发送。", letter.text());
        assertTrue(letter.html().contains("<a href=\"http://x.example/tasks/1\">新任务</a>"));
    }

    @Test
    void several_messages_are_a_digest_that_counts_them() {
        Letter letter = WriteLetter.letter(DIGEST, "苏明月", List.of(line("一", "甲"), line("二", "乙")), 2);

        assertEquals("您有2条新消息", letter.subject());
        assertTrue(letter.text().indexOf("甲") < letter.text().indexOf("乙"));
        assertFalse(letter.text().contains("另有"));
    }

    @Test
    void a_long_digest_says_how_many_it_leaves_out() {
        Letter letter = WriteLetter.letter(DIGEST, "苏明月", List.of(line("一", "甲")), 5_000);

        assertTrue(letter.text().contains("另有 4999 条"));
        assertTrue(letter.html().contains("另有 4999 条"));
    }

    @Test
    void document_text_is_data_and_never_markup() {
        Letter letter = WriteLetter.letter(MAIL, "<i>苏</i>", List.of(line("<script>x</script>", "a & b {name}")), 1);

        assertFalse(letter.html().contains("<script>"));
        assertFalse(letter.html().contains("<i>"));
        assertTrue(letter.html().contains("&lt;script&gt;"));
        assertTrue(letter.html().contains("a &amp; b {name}"));
    }

    @Test
    void a_subject_is_one_line() {
        Letter letter = WriteLetter.letter(MAIL, "苏", List.of(line("一\r\nBcc: all@x.example", "")), 1);

        assertEquals("一 Bcc: all@x.example", letter.subject());
    }
}
