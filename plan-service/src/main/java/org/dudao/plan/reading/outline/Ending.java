package org.dudao.plan.reading.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** What follows the last measure: signature, date, distribution, annexes. */
public record Ending(List<Paragraph> body, @Nullable String annex) {

    private static final Pattern SIGNATURE = Pattern.compile(
            "[^,。;:]{2,30}(?:局|厅|委|委员会|政府|办公室|工委|学校|中学|小学)|20[\\dX]{2}年[\\dX]{1,2}月[\\dX]{1,2}日(?:印发)?|[^,。]{2,30}20\\d\\d年\\d{1,2}月\\d{1,2}日印发|二[〇零○O][^,]{2,12}[日号]|"
                    + "\\(?此件.{0,12}\\)?|抄送:.*|抄报:.*|主送:.*|联系人.*|联系电话.*|\\(?共印\\d+份\\)?|20\\d\\d[-./]\\d{1,2}[-./]\\d{1,2}");
    private static final Pattern ANNEX = Pattern.compile("(?:附件|附表|附录|附)\\s*[\\d一二三四五六]{0,2}\\s*(?:[:：].*)?");

    public static Ending of(List<Paragraph> body) {
        int end = body.size();
        String annex = null;
        int headings = 0;
        for (int i = 0; i < body.size(); i++) {
            String matched = Wording.matched(body.get(i).text());
            if (headings > 1
                    && body.get(i).row() == null
                    && ANNEX.matcher(matched).matches()) {
                end = i;
                annex = i + 1 < body.size() || matched.length() > 4
                        ? body.get(i).text()
                        : null;
                break;
            }
            headings += Title.isHeading(body.get(i)) ? 1 : 0;
        }
        while (end > 1
                && SIGNATURE.matcher(Wording.matched(body.get(end - 1).text())).matches()) {
            end--;
        }
        return new Ending(body.subList(0, end), annex);
    }
}
