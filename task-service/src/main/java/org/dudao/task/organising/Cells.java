package org.dudao.task.organising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dudao.startup.Problem;
import org.dudao.task.Sheet;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read as what they should be; what cannot be is noted with its place. */
final class Cells {

    private final Sheet.Row row;
    private final String at;
    private final List<Problem.Field> wrong;

    private Cells(Sheet.Row row, String at, List<Problem.Field> wrong) {
        this.row = row;
        this.at = at;
        this.wrong = wrong;
    }

    static <T> List<T> each(List<Sheet.Row> sheet, String list, List<Problem.Field> wrong, Function<Cells, T> read) {
        List<T> rows = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            rows.add(read.apply(new Cells(sheet.get(i), list + "[" + i + "].", wrong)));
        }
        return rows;
    }

    @Nullable
    String text(String field) {
        return row.text(field);
    }

    @Nullable
    List<String> words(String field) {
        String text = text(field);
        return text == null ? null : List.of(text.split("[、，,；;\\s]+"));
    }

    @Nullable
    Integer whole(String field) {
        return word(field, text -> text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
    }

    @Nullable
    Boolean yes(String field) {
        return word(field, text -> switch (text) {
            case "是", "yes", "true", "1" -> Optional.of(true);
            case "否", "no", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    <T> @Nullable T word(String field, Function<String, Optional<T>> read) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Optional<T> value = read.apply(text);
        if (value.isEmpty()) {
            wrong.add(new Problem.Field(at + field, "无法识别：" + text, "not understood: " + text));
            return null;
        }
        return value.get();
    }
}
