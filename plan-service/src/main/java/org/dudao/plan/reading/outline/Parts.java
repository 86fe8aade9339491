package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.outline.Part.Kind;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Numerals;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** The documents in one file: collections (篇一, 篇二), one plan after another, a year's summary and the next year's plan. */
public final class Parts {

    private static final String N = "(" + Numerals.CHINESE + "|\\d{1,2})";
    private static final String DOCUMENT = "(?:计划|要点|总结|安排|打算|范文)";

    /** 篇一, 【篇1】, 第1篇, with or without a name before or after it; or names that differ by their number only. */
    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("([^。;,!]{0,40}?) ?[【\\[(<]?篇 ?" + N + "(?![\\d幅目章节]) ?[】\\])>]?[:、. ]*(.*)"),
            Pattern.compile("([^。;,!]{0,40}?) ?[【\\[(<]?第 ?" + N + " ?篇[】\\])>]?[:、. ]*((?:.{0,40}" + DOCUMENT
                    + ".*)?|(?<=" + DOCUMENT + ".{0,12}).*)"),
            Pattern.compile("([^。;,!]{0,30}" + DOCUMENT + ") ?[(【]?" + N + "[)】]? ?()"));

    private static final Pattern PLANNED = Pattern.compile(
            "(?:20[\\dXx*]{2}年|明年|来年|下一?年度?|下一?步|今后|新的?一年|下阶段|下半年).{0,14}(?:计划|打算|思路|安排|要点|重点|任务|谋划|举措|措施|目标)|(?:工作)?(?:计划|打算|思路)(?:及|和|与)?.{0,6}|"
                    + "(?:20[\\dXx*]{2}年|明年).{0,8}工作");
    private static final Pattern REACHED =
            Pattern.compile(".{0,24}(?:总结|回顾|成效|成绩|完成情况|工作情况|开展情况|推进情况|进展情况|主要做法|亮点|执行情况|落实情况).{0,8}");
    private static final Pattern BOTH = Pattern.compile("(.*?总结|.*?回顾|.*?小结|.*?情况|.*?汇报)(?:以?及|和|与|暨|、| )(.*)");

    private record Piece(@Nullable String lead, List<Paragraph> paragraphs) {}

    /** Paragraphs between a title and the first heading. */
    private static final int LONGEST_PREAMBLE = 40;

    private Parts() {}

    public static List<Part> of(DocumentText document) {
        List<Paragraph> all = GluedHeadings.apart(Surroundings.removed(LooseTables.gathered(document.paragraphs())));
        List<Part> parts = new ArrayList<>();
        for (Piece piece : byMarks(all)) {
            for (Piece titled : bySecondTitle(piece)) {
                addWithSummaryApart(titled, parts);
            }
        }
        return List.copyOf(parts);
    }

    private static List<Piece> byMarks(List<Paragraph> all) {
        for (Pattern mark : MARKS) {
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                int number = number(mark, all.get(i));
                boolean begins = at.isEmpty() ? number == 1 : number == at.size() + 1;
                if (begins) {
                    at.add(i);
                }
            }
            if (at.size() > 1 || (at.size() == 1 && mark != MARKS.getLast())) {
                return cut(all, at, mark);
            }
        }
        return List.of(new Piece(null, all));
    }

    private static int number(Pattern mark, Paragraph paragraph) {
        String text =
                paragraph.text().substring(0, Math.min(80, paragraph.text().length()));
        Matcher m = mark.matcher(Wording.matched(text));
        if (paragraph.row() != null || !m.matches()) {
            return -1;
        }
        for (int group = 1; group <= m.groupCount(); group++) {
            String found = m.group(group);
            if (found != null && found.matches(N)) {
                return Numerals.parse(found).orElse(-1);
            }
        }
        return -1;
    }

    private static List<Piece> cut(List<Paragraph> all, List<Integer> at, Pattern mark) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            Paragraph marked = all.get(at.get(i));
            Matcher m = mark.matcher(Wording.matched(marked.text()));
            List<Paragraph> piece = new ArrayList<>();
            String lead = null;
            if (m.matches()) {
                String rest = marked.text().substring(m.start(m.groupCount())).strip();
                lead = mark == MARKS.getFirst()
                        ? null
                        : marked.text().substring(0, m.end(1)).strip();
                if (!rest.isEmpty() && !rest.matches(".*(?:哪些|怎么|如何).*")) {
                    piece.add(marked.with(rest));
                }
            }
            piece.addAll(all.subList(at.get(i) + 1, i + 1 < at.size() ? at.get(i + 1) : all.size()));
            if (piece.stream().anyMatch(p -> !p.text().isBlank())) {
                pieces.add(new Piece(lead, piece));
            }
        }
        return pieces;
    }

    /** A second title after which the numbers begin anew. */
    private static List<Piece> bySecondTitle(Piece whole) {
        List<Paragraph> all = whole.paragraphs();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        Optional<Numbering> first = Optional.empty();
        List<Optional<Numbering>> numbers =
                all.stream().map(p -> Numbering.at(Wording.matched(p.text()))).toList();
        for (int i = 0; i < all.size(); i++) {
            Optional<Numbering> n = numbers.get(i);
            if (first.isEmpty()) {
                first = n;
            } else if (isTitleOfAnother(all.get(i).text()) && beginsAnew(numbers, i, first.get())) {
                pieces.add(new Piece(from == 0 ? whole.lead() : null, all.subList(from, i)));
                from = i;
                first = Optional.empty();
            }
        }
        pieces.add(new Piece(from == 0 ? whole.lead() : null, all.subList(from, all.size())));
        return pieces;
    }

    private static boolean isTitleOfAnother(String line) {
        String matched = Wording.matched(line);
        return Title.isOne(line) && matched.matches(".*(?:20[\\dXx*]{2}|局|厅|委|[Xx*_]{2}|年).*") && matched.length() >= 6;
    }

    private static boolean beginsAnew(List<Optional<Numbering>> numbers, int title, Numbering first) {
        for (int i = title + 1; i < Math.min(numbers.size(), title + LONGEST_PREAMBLE); i++) {
            Optional<Numbering> n = numbers.get(i);
            if (n.isPresent()) {
                return n.get().number() == 1
                        && n.get().style().ordinal() <= first.style().ordinal();
            }
        }
        return false;
    }

    private static void addWithSummaryApart(Piece piece, List<Part> parts) {
        List<Paragraph> all = piece.paragraphs();
        Title title = Title.of(all);
        String name = title.written().isBlank() && piece.lead() != null ? piece.lead() : title.written();
        int plan = planAfterSummary(all);
        if (plan < 0) {
            OptionalInt inName = Title.year(Wording.matched(name));
            Integer year = inName.isPresent() ? Integer.valueOf(inName.getAsInt()) : title.year();
            parts.add(new Part(parts.size() + 1, kind(name, all), name, year, all));
            return;
        }
        Matcher both = BOTH.matcher(Wording.matched(name));
        boolean named = both.matches();
        String summary = named ? name.substring(0, both.end(1)) : name;
        String heading = withoutNumber(all.get(plan).text());
        String next = named ? issuer(title, name.substring(both.start(2))) : issuer(title, heading);
        String nextMatched = Wording.matched(next + heading);
        OptionalInt summaryYear = Title.year(Wording.matched(summary));
        OptionalInt planYear = Title.year(nextMatched);
        parts.add(new Part(
                parts.size() + 1,
                Kind.SUMMARY,
                summary,
                summaryYear.isPresent() ? Integer.valueOf(summaryYear.getAsInt()) : null,
                all.subList(0, plan)));
        Integer year = planYear.isPresent()
                ? Integer.valueOf(planYear.getAsInt())
                : summaryYear.isPresent() ? Integer.valueOf(summaryYear.getAsInt() + 1) : title.year();
        parts.add(new Part(parts.size() + 1, Kind.PLAN, next, year, all.subList(plan, all.size())));
    }

    private static String issuer(Title title, String name) {
        String issuer = title.issuer();
        return issuer == null || name.contains(issuer) ? name : issuer + name;
    }

    private static String withoutNumber(String heading) {
        int length =
                Numbering.at(Wording.matched(heading)).map(Numbering::length).orElse(0);
        String text = heading.substring(length).strip();
        int stop = text.indexOf('。');
        return stop < 0 ? text.substring(0, Math.min(40, text.length())) : text.substring(0, Math.min(stop, 40));
    }

    /** The heading of the outermost style that looks ahead, after one that looks back. */
    private static int planAfterSummary(List<Paragraph> all) {
        Numbering.Style outermost = all.stream()
                .flatMap(p -> Numbering.at(Wording.matched(p.text())).stream())
                .map(Numbering::style)
                .filter(style -> !style.isInline())
                .min(Enum::compareTo)
                .orElse(null);
        boolean reached = false;
        for (int i = 0; i < all.size(); i++) {
            String matched = Wording.matched(all.get(i).text());
            Optional<Numbering> n = Numbering.at(matched);
            boolean outer = n.isPresent() && n.get().style() == outermost;
            if (!outer && (n.isPresent() || matched.length() > 30 || !reached)) {
                continue;
            }
            String heading = withoutNumber(matched);
            if (reached
                    && heading.length() <= 30
                    && PLANNED.matcher(heading).matches()
                    && !REACHED.matcher(heading).matches()) {
                return i;
            }
            reached |= outer
                    && REACHED.matcher(heading).matches()
                    && !PLANNED.matcher(heading).matches();
        }
        return -1;
    }

    private static Kind kind(String title, List<Paragraph> all) {
        String matched = Wording.matched(title);
        if (Title.namesSummary(matched)) {
            return Title.namesPlan(matched) && !looksBack(all) ? Kind.PLAN : Kind.SUMMARY;
        }
        return Title.namesPlan(matched) || !looksBack(all) ? Kind.PLAN : Kind.SUMMARY;
    }

    private static boolean looksBack(List<Paragraph> all) {
        return all.stream()
                .map(p -> Wording.matched(p.text()))
                .filter(text -> Numbering.at(text).isPresent())
                .limit(1)
                .anyMatch(text -> REACHED.matcher(withoutNumber(text)).matches());
    }
}
