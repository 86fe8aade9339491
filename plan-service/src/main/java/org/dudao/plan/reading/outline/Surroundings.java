package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.PageNumbers;
import org.dudao.plan.reading.wording.Sentences;
import org.dudao.plan.reading.wording.Wording;

/** What is not the document's own: a web page around it, marks of editors and converters, page furniture. */
final class Surroundings {

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufffc\\p{Cntrl}&&[^\\t\\n]]");
    private static final Pattern HEADING_SIGNS = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern BOLD =
            Pattern.compile("\\*\\*((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[.、])[^*]{1,60})\\*\\*");

    /** Some sites print the reading after each character: 時(shí)間. The tone tells it from an abbreviation. */
    private static final Pattern READING =
            Pattern.compile("(?<=[\\u3400-\\u9fff])[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}[)）]");

    private static final Pattern DOUBLED = Pattern.compile(",(?=[,，。、；！？!])|，(?=[,，。、；！？!])");

    private static final Pattern SHARED_BY = Pattern.compile("^《[^》]{1,80}》由会员分享[^。]{0,200}(?:上搜索|阅读)。?");

    private static final Pattern WEB_LINE = Pattern.compile(
            "(?:展开(?:阅读)?全文|阅读全文|查看更多|点击(?:查看|下载|这里).*|下载(?:此|该|本)?(?:文档|资源|相关|文件)?.{0,12}|评论\\s*\\(?\\d*\\)?|点赞\\s*\\d*|收藏\\s*\\d*|举报|分享到?.{0,12}|打印(?:本页)?|关闭(?:窗口)?|返回(?:顶部|首页|列表)|"
                    + "【?打印.{0,12}|登录.{0,6}|注册|首页|联系(?:我们|方式)|网站地图|扫一扫.*|关注.{0,12}(?:公众号|微信|微博).*|版权(?:声明|所有).*|免责声明.*|.*ICP备.*|.*公网安备.*|Copyright.*|©.*|"
                    + "(?:您(?:现在)?(?:的|所在)(?:位置)?|当前(?:的)?位置)\\s*[:：].*|(?:发布|更新|发文|成文|上传)(?:时间|日期).{0,80}|(?:时间|日期)\\s*[:：]\\s*20\\d\\d-.{0,60}|(?:来源|信息来源|文章来源|稿源|作者|责任编辑|编辑|审核|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|量)?|字号|字体)\\s*[:：].{0,80}|"
                    + "[|｜]?\\s*浏览量.*|导语\\s*[:：].*|索引号\\s*[:：].*|发布机构\\s*[:：].*|名称\\s*[:：].{0,120}|【(?:文章来源|制定机关|公布日期|字|施行日期|效力等级|时效性|主题分类).*|号】.{0,30}|文章属性|正文|全文|文档简介|版权说明:.*|更新时间.*|.{0,12}>.{1,60}|"
                    + "-\\s*(?:\\d+|约.{1,12}|\\d{4}-\\d\\d-\\d\\d.*|举报)|文档编号.*|(?:上传人|格式|页数|大小)\\s*[:：].*|.{1,60}第\\d+页|第\\d+页\\s*/\\s*共\\d+页|亲,?该文档.*|资源描述|下载资源|.{1,60}\\.(?:docx?|pdf|wps|txt)|"
                    + "本(?:文|作品|页面|内容).{0,20}(?:许可|协议|授权|转载|来源于|版权).*|.*(?:CC BY|知识共享|署名-非商业).*|.{0,40}小编.{0,60}(?:带来|整理|推荐|分享|参考).*|.{0,20}文来源于网友上传.*)",
            Pattern.CASE_INSENSITIVE);

    /** After one of these nothing of the document follows. */
    private static final Pattern WEB_END = Pattern.compile(
            "(?:上一篇|下一篇|上一条|下一条|相关(?:推荐|阅读|文章|文档|资源|链接|信息|附件)|猜你喜欢|热门(?:推荐|文章|文档)|推荐阅读|为您推荐|最新(?:文章|文档)|你可能(?:还)?(?:喜欢|感兴趣)|相关搜索|友情链接|.{0,6}珍藏版).{0,60}");

    private static final int LONGEST_WEB_LINE = 160;
    private static final int LONGEST_CONTENTS = 200;
    private static final Pattern CONTENTS_LINE = Pattern.compile(".{2,50}?(?:[.…·]{3,}|\\t) ?\\d{1,3}");

    private Surroundings() {}

    static List<Paragraph> removed(List<Paragraph> paragraphs) {
        List<Paragraph> own = new ArrayList<>();
        boolean readings = paragraphs.stream()
                                .filter(p -> READING.matcher(p.text()).find())
                                .count()
                        * 3
                > paragraphs.size();
        boolean started = false;
        for (Paragraph paragraph : paragraphs) {
            String text = tidy(paragraph.text(), readings);
            String matched = Wording.matched(text);
            if (started
                    && WEB_END.matcher(matched).matches()
                    && Numbering.at(matched).isEmpty()) {
                break;
            }
            if (paragraph.row() == null && (PageNumbers.isOne(text) || isWeb(matched))) {
                continue;
            }
            started |= Numbering.at(matched).isPresent();
            own.add(paragraph.with(text));
        }
        return ChunkMarks.removed(withoutContents(withoutRunningHeads(own)));
    }

    /** A table of contents: a run of short lines that all come again as the beginnings of later ones, or that end in page numbers. */
    private static List<Paragraph> withoutContents(List<Paragraph> paragraphs) {
        List<Paragraph> kept = new ArrayList<>(paragraphs);
        kept.removeIf(p -> p.row() == null && CONTENTS_LINE.matcher(p.text()).matches());
        int from = 0;
        while (from < kept.size()
                && Numbering.at(Wording.matched(kept.get(from).text())).isEmpty()) {
            from++;
        }
        int to = from;
        while (to < Math.min(kept.size(), from + LONGEST_CONTENTS) && comesAgain(kept, to)) {
            to++;
        }
        if (to - from >= 4) {
            kept.subList(from, to).clear();
        }
        return kept;
    }

    private static boolean comesAgain(List<Paragraph> paragraphs, int at) {
        String line = paragraphs.get(at).text();
        return line.length() <= 40
                && !Sentences.endsIn(line)
                && paragraphs.subList(at + 1, Math.min(paragraphs.size(), at + 2_000)).stream()
                        .anyMatch(p -> p.text().startsWith(line)
                                || (p.text().contains(line)
                                        && Numbering.at(Wording.matched(line)).isPresent()));
    }

    private static boolean isWeb(String matched) {
        return matched.length() <= LONGEST_WEB_LINE
                && Numbering.at(matched).isEmpty()
                && WEB_LINE.matcher(matched).matches();
    }

    private static String tidy(String raw, boolean readings) {
        String text = INVISIBLE.matcher(raw).replaceAll("").strip();
        if (readings) {
            text = DOUBLED.matcher(READING.matcher(text).replaceAll("")).replaceAll("");
        }
        text = HEADING_SIGNS.matcher(BOLD.matcher(text).replaceAll("$1")).replaceFirst("");
        return PageNumbers.removed(SHARED_BY.matcher(text).replaceFirst("")).strip();
    }

    /** A short line that comes again and again and once at least breaks a sentence in two is a page's head or foot. */
    private static List<Paragraph> withoutRunningHeads(List<Paragraph> paragraphs) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> breaking = new HashMap<>();
        String before = "";
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            if (text.length() <= 40
                    && paragraph.row() == null
                    && Numbering.at(Wording.matched(text)).isEmpty()) {
                seen.merge(text, 1, Integer::sum);
                breaking.merge(text, Sentences.isCutOff(before, 40) ? 1 : 0, Integer::sum);
            }
            before = text;
        }
        List<Paragraph> kept = new ArrayList<>();
        Set<String> heads = new HashSet<>();
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            boolean runningHead = seen.getOrDefault(text, 0) >= 3 && breaking.getOrDefault(text, 0) >= 1;
            if (!runningHead || heads.add(text)) {
                kept.add(paragraph);
            }
        }
        return kept;
    }
}
