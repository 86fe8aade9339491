package org.dudao.plan.exporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.dudao.plan.Comparison;
import org.dudao.plan.Comparison.Pair;
import org.dudao.plan.LastResult;
import org.dudao.plan.Sanity;

/** A plan beside last year's results, as a spreadsheet. */
final class ComparisonSheet {

    private ComparisonSheet() {}

    static byte[] of(Comparison comparison) {
        return Sheets.workbook(book -> Sheets.sheet(
                book,
                "与上年对照",
                List.of("今年目标", "上年结果", "出处", "变化", "需要留意", "对应"),
                List.of(46, 46, 30, 12, 20, 12),
                comparison.lines().stream().map(ComparisonSheet::row).toList()));
    }

    private static List<Object> row(Pair line) {
        LastResult last = line.last();
        BigDecimal difference = line.difference();
        return List.of(
                line.quote(),
                last == null ? "" : last.quote(),
                last == null ? "" : last.source(),
                difference == null ? "" : difference,
                line.findings().stream().map(ComparisonSheet::word).collect(Collectors.joining("、")),
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
