package org.dudao.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static Template template(String title, String body) {
        return new Template(1, title, body);
    }

    @Test
    void values_are_put_in_by_name() {
        Template.Text text = template("新任务：{title}", "{unit}负责“{title}”").fill(Map.of("title", "阅读", "unit", "一小"));

        assertEquals("新任务：阅读", text.title());
        assertEquals("一小负责“阅读”", text.body());
    }

    @Test
    void what_looks_like_a_placeholder_in_a_value_stays_as_it_is() {
        Template.Text text =
                template("{title}", "{title} {unit}").fill(Map.of("title", "{unit} $1 \\ {nothing}", "unit", "一小"));

        assertEquals("{unit} $1 \\ {nothing}", text.title());
        assertEquals("{unit} $1 \\ {nothing} 一小", text.body());
    }

    @Test
    void a_title_is_one_line_so_that_no_header_can_be_smuggled_into_a_mail() {
        Template.Text text = template("{title}", "").fill(Map.of("title", "好\r\nBcc: all@x.example\u2028末\u0000"));

        assertEquals("好 Bcc: all@x.example 末", text.title());
    }

    @Test
    void a_title_ends_somewhere_and_never_within_a_character() {
        String title = Template.oneLine("𠮷".repeat(300));

        assertEquals(200, title.codePointCount(0, title.length()));
        assertTrue(title.endsWith("𠮷…"));
    }

    @Test
    void a_body_keeps_its_lines() {
        assertEquals(
                "一\n二", template("", "{reason}").fill(Map.of("reason", "一\n二")).body());
    }

    @Test
    void an_unknown_placeholder_is_refused_before_it_is_used() {
        Template ours = template("{title}", "{password}");

        assertThrows(Template.UnknownPlaceholder.class, () -> ours.checked(Set.of("title")));
        assertEquals(ours, ours.checked(Set.of("title", "password")));
    }

    @Test
    void a_stray_brace_is_refused() {
        assertThrows(
                Template.UnknownPlaceholder.class, () -> template("{title", "").checked(Set.of("title")));
        assertThrows(
                Template.UnknownPlaceholder.class, () -> template("", "{a b}").checked(Set.of("a")));
        assertThrows(
                Template.UnknownPlaceholder.class,
                () -> template("", "${title}}").checked(Set.of("title")));
    }

    @Test
    void every_kind_has_its_own_word() {
        for (MessageKind kind : MessageKind.values()) {
            assertEquals(kind, MessageKind.of(kind.word()));
            assertFalse(kind.facts().isEmpty());
        }
        assertThrows(IllegalArgumentException.class, () -> MessageKind.of("gossip"));
    }
}
