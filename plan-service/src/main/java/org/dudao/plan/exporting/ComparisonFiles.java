package org.dudao.plan.exporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.dudao.official.OfficialDocument;
import org.dudao.plan.Comparison;
import org.dudao.plan.Comparison.Pair;
import org.dudao.plan.LastResult;
import org.dudao.plan.Sanity;

/** A plan beside last year's results, as a spreadsheet and as an official document. */
final class ComparisonFiles {

    private ComparisonFiles() {}

    private static final List<String> HEAD = List.of("今年目标", "上年结果", "出处", "变化", "需要留意", "对应");

    static byte[] sheet(Comparison comparison) {
        return Sheets.workbook(book -> Sheets.sheet(
                book,
                "与上年对照",
                HEAD,
                List.of(46, 46, 30, 12, 20, 12),
                comparison.lines().stream().map(ComparisonFiles::row).toList()));
    }

    static byte[] document(String title, Comparison comparison) {
        long odd = comparison.lines().stream()
                .filter(line -> !line.findings().isEmpty())
                .count();
        return new OfficialDocument(true)
                .title(title + "与上年结果对照")
                .body("共%d项目标，其中%d项有上年结果，%d项需要留意。".formatted(comparison.lines().size(), comparison.paired(), odd))
                .table(
                        HEAD,
                        comparison.lines().stream()
                                .map(line -> row(line).stream()
                                        .map(ComparisonFiles::text)
                                        .toList())
                                .toList(),
                        List.of(32, 32, 14, 8, 10, 8))
                .bytes();
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal number ? YearWords.plain(number) : cell.toString();
    }

    private static List<Object> row(Pair line) {
        LastResult last = line.last();
        BigDecimal difference = line.difference();
        return List.of(
                line.quote(),
                last == null ? "" : last.quote(),
                last == null ? "" : last.source(),
                difference == null ? "" : difference,
                line.findings().stream().map(ComparisonFiles::word).collect(Collectors.joining("、")),
                word(line.pairing()));
    }

    private static String word(Sanity finding) {
        return switch (finding) {
            case MET_ALREADY -> "上年已达到";
            case BELOW_LAST_YEAR -> "低于上年实际";
            case WEAKER_CHANGE -> "弱于上年幅度";
            case UNIT_SLIP -> "单位可能有误";
        };
    }

    private static String word(Comparison.Pairing pairing) {
        return switch (pairing) {
            case PROPOSED -> "待确认";
            case ACCEPTED -> "已确认";
            case REJECTED -> "没有对应";
            case NONE -> "未找到";
        };
    }
}
