package org.dudao.task.organising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Rows sent in bulk: all or nothing, with a word on every wrong one. */
public final class Rows {

    /** Ids stand in paths and in LIKE patterns, so they hold nothing that means something there. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ERRORS = 200;

    private Rows() {}

    /** How many rows changed something, and how many were known already. */
    public record Outcome(int changed, int unchanged) {}

    /** @param twice whether an earlier row has the same id */
    static void checkId(String field, @Nullable String id, boolean twice, List<Problem.Field> wrong) {
        if (id == null || !ID.matcher(id).matches()) {
            wrong.add(new Problem.Field(field, "编号应为 1 到 40 个字母、数字或连字符", "1 to 40 letters, digits or hyphens"));
        } else if (twice) {
            wrong.add(new Problem.Field(field, "编号重复：" + id, "twice: " + id));
        }
    }

    static void checkName(String field, @Nullable String name, List<Problem.Field> wrong) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            wrong.add(new Problem.Field(field, "名称应为 1 到 100 个字", "1 to 100 characters"));
        }
    }

    static Problem.Field outside(String field) {
        return new Problem.Field(field, "不在您的权限范围内", "outside your scope");
    }

    static <T> T must(@Nullable T checked) {
        if (checked == null) {
            throw new IllegalStateException("rows are checked before they are used");
        }
        return checked;
    }

    static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    static void refuse(List<Problem.Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new Problem(
                    422,
                    "invalid",
                    "有 " + wrong.size() + " 处错误，全部内容均未保存，请按提示修改后重新提交。",
                    wrong.size() + " errors; nothing was saved. Mend them and send it again.",
                    wrong.subList(0, Math.min(wrong.size(), MOST_ERRORS)));
        }
    }
}
