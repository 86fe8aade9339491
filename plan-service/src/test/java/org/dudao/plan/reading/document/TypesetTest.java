package org.dudao.plan.reading.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dudao.plan.reading.document.Columns.Piece;
import org.dudao.plan.reading.document.Typeset.Line;
import org.junit.jupiter.api.Test;

class TypesetTest {

    private static Line line(String text) {
        return new Line(text, 72, 72 + text.length() * 12, 12);
    }

    @Test
    void a_line_repeated_inside_the_pages_is_text_and_at_their_edge_a_header() {
        List<List<Line>> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.add(List.of(
                    line("青石县教育局文件"),
                    line("一、新建学校" + page + "所。"),
                    line("缓解学位紧张。"),
                    line("完善制度。"),
                    line("完成时限：12月底前。"),
                    line("压实责任。"),
                    line("加强检查。"),
                    line("及时整改。"),
                    line("- " + page + " -")));
        }
        String text = String.join("", Typeset.paragraphs(pages));
        assertEquals(4, text.split("完成时限：12月底前", -1).length - 1);
        assertEquals(-1, text.indexOf("青石县教育局文件"));
    }

    private static List<Piece> rows(String left, String right) {
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            pieces.add(new Piece(left, 72, 100 + row * 20, 72 + left.length() * 12, 12));
            pieces.add(new Piece(right, 320, 100 + row * 20, 320 + right.length() * 12, 12));
        }
        return pieces;
    }

    @Test
    void two_columns_are_read_one_after_the_other() {
        List<Line> lines =
                Columns.of(rows("左栏的文字一直写到栏边为止的一行字", "右栏的文字也一直写到栏边为止的一行")).orElseThrow();
        assertEquals('左', lines.get(9).text().charAt(0));
        assertEquals('右', lines.get(10).text().charAt(0));
        assertEquals(lines.get(0).x(), lines.get(10).x());
    }

    @Test
    void a_table_is_no_page_of_two_columns() {
        List<Piece> table = rows("短", "一格里的文字比左边的那一格长得多也宽得多");
        for (int row = 0; row < table.size(); row += 4) {
            table.set(row, new Piece("长一点的格子里的字很多很多", 72, table.get(row).y(), 228, 12));
        }
        assertEquals(Optional.empty(), Columns.of(table));
    }
}
