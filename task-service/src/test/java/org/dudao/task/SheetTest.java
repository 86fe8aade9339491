package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dudao.startup.Problem;
import org.dudao.task.Sheet.Column;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final List<Column> COLUMNS =
            List.of(new Column("编号", "id", "必填"), new Column("名称", "name", "必填"), new Column("数", "count", "整数"));

    @Test
    void what_is_written_is_read_again_with_the_numbers_of_the_rows() {
        byte[] file = Sheet.write(
                "表",
                COLUMNS,
                List.of(
                        Arrays.asList("a", "=1+1", 12),
                        Arrays.asList(null, null, null),
                        Arrays.asList("b", " 乙 ", null)));
        assertEquals(
                List.of(
                        new Sheet.Row(2, Map.of("id", "a", "name", "=1+1", "count", "12")),
                        new Sheet.Row(4, Map.of("id", "b", "name", "乙"))),
                Sheet.read(file, COLUMNS, List.of("id"), 10));
        assertThrows(Problem.class, () -> Sheet.read(file, COLUMNS, List.of("id"), 1));
    }
}
