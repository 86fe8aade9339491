package org.dudao.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dudao.notification.MessageKind;
import org.dudao.notification.Settings;
import org.dudao.notification.Template;
import org.dudao.notification.Templates;
import org.dudao.notification.Wording;
import org.dudao.startup.Language;
import org.jspecify.annotations.Nullable;

/** Makes the mail of a parcel: one message as it is, several as a digest that fits on a screen or says how many more there are. */
@ApplicationScoped
class WriteLetter {

    private final Templates templates;
    private final Wording wording;
    private final URI console;
    private final int longest;

    WriteLetter(Templates templates, Wording wording, Settings settings) {
        this.templates = templates;
        this.wording = wording;
        this.console = settings.consoleUrl();
        this.longest = settings.email().digestLines();
    }

    /** An item ready to be put on a line. */
    record Line(
            MessageKind kind,
            boolean urgent,
            Template.Text text,
            @Nullable String url) {}

    Letter write(Parcel parcel) {
        Templates.Texts texts = templates.in(Language.ZH);
        List<Line> lines = parcel.items().stream()
                .sorted(Comparator.comparing((Parcel.Item item) -> !item.urgent())
                        .thenComparing(item -> item.kind().rank()))
                .limit(longest)
                .map(item -> line(item, texts))
                .toList();
        Template envelope = texts.envelope(parcel.items().size() == 1 ? Templates.MAIL : Templates.DIGEST);
        return letter(envelope, parcel.name(), lines, parcel.items().size());
    }

    private Line line(Parcel.Item item, Templates.Texts texts) {
        Template.Text text = texts.email(item.kind()).fill(wording.spoken(item.facts(), Language.ZH));
        return new Line(item.kind(), item.urgent(), text, item.link() == null ? null : console + item.link());
    }

    static Letter letter(Template envelope, String name, List<Line> lines, int count) {
        String text = String.join("\n\n", lines.stream().map(WriteLetter::plain).toList()) + rest(lines.size(), count);
        Template.Text whole = envelope.fill(Map.of(
                "name",
                name,
                "subject",
                lines.getFirst().text().title(),
                "count",
                String.valueOf(count),
                "items",
                text));
        String items = String.join("", lines.stream().map(WriteLetter::html).toList()) + rest(lines.size(), count);
        String html = new Template(
                        envelope.version(), "", escape(envelope.body()).replace("\n", "<br>"))
                .fill(Map.of("name", escape(name), "count", String.valueOf(count), "items", items))
                .body();
        return new Letter(
                whole.title(),
                whole.body(),
                "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><body>" + html + "</body></html>");
    }

    private static String plain(Line line) {
        return line.text().title() + "\n" + line.text().body() + (line.url() == null ? "" : "\n" + line.url());
    }

    private static String html(Line line) {
        String title = escape(line.text().title());
        return "<p><b>" + (line.url() == null ? title : "<a href=\"" + escape(line.url()) + "\">" + title + "</a>")
                + "</b><br>" + escape(line.text().body()) + "</p>";
    }

    private static String rest(int shown, int count) {
        return count > shown ? "\n\n另有 " + (count - shown) + " 条，请登录平台查看。" : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
