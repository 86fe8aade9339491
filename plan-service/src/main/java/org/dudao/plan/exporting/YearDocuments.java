package org.dudao.plan.exporting;

import java.util.List;
import java.util.Map;
import org.dudao.official.OfficialDocument;
import org.dudao.plan.Standing;
import org.dudao.plan.ThreeLists;
import org.dudao.plan.YearView;
import org.dudao.plan.YearView.ChapterYear;
import org.dudao.plan.YearView.MeasureYear;
import org.dudao.plan.exporting.YearWords.Column;

/** The plan with its attainment, and the three lists, as official documents. */
final class YearDocuments {

    private YearDocuments() {}

    /** @param key when all of it is key work */
    static byte[] tree(YearView year, boolean key) {
        OfficialDocument document = new OfficialDocument(false)
                .title(year.title() + (key ? "重点工作" : "") + "落实情况")
                .body("截至%s，%s".formatted(date(year), summary(year.counts())));
        for (ChapterYear chapter : year.chapters()) {
            document.heading(chapter.number().isEmpty() ? chapter.title() : chapter.number() + "、" + chapter.title());
            for (MeasureYear measure : chapter.measures()) {
                document.second(measure.number() + measure.title());
                measure.targets().forEach(t -> document.body(YearWords.sentence(t)));
            }
        }
        return document.bytes();
    }

    static byte[] lists(YearView year, boolean key) {
        OfficialDocument document = new OfficialDocument(true)
                .title(year.title() + (key ? "重点工作" : "") + "问题清单、责任清单、任务清单")
                .body("截至%s，%s".formatted(date(year), summary(year.counts())));
        for (ThreeLists.Name list : ThreeLists.Name.values()) {
            ThreeLists.Listing listing = ThreeLists.of(year, list);
            List<Column> columns = YearWords.columns(list);
            document.heading(YearWords.name(list) + "（" + listing.total() + "项）")
                    .table(
                            columns.stream().map(Column::title).toList(),
                            listing.items().stream()
                                    .map(line -> columns.stream()
                                            .map(c -> c.text().apply(line).toString())
                                            .toList())
                                    .toList(),
                            columns.stream().map(Column::width).toList());
        }
        return document.bytes();
    }

    private static String date(YearView year) {
        return "%d年%d月%d日"
                .formatted(
                        year.asOf().getYear(),
                        year.asOf().getMonthValue(),
                        year.asOf().getDayOfMonth());
    }

    private static String summary(Map<Standing, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder said = new StringBuilder("共" + all + "项目标");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> said.append("，")
                        .append(YearWords.standing(e.getKey()))
                        .append(e.getValue())
                        .append("项"));
        return said.append("。").toString();
    }
}
