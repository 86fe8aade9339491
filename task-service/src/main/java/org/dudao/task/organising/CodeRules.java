package org.dudao.task.organising;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Problem;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Stage;
import org.dudao.task.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What holds for codes: a school's (学校标识码) outlives its renames, is given anew when its kind changes, and never goes
 * to another school; a division's (行政区划代码) has six digits.
 */
final class CodeRules {

    private static final Pattern SCHOOL_CODE = Pattern.compile("[0-9]{10}");
    private static final Pattern DIVISION_CODE = Pattern.compile("[0-9]{6}");
    private static final int KIND_DIGITS = 2;

    private CodeRules() {}

    /**
     * @param holder who has or had the code
     * @param reason why a code changes though the kind of school does not
     */
    static void check(
            String at,
            @Nullable Unit before,
            Unit after,
            SchoolCodes.@Nullable Held holder,
            @Nullable String reason,
            List<Problem.Field> wrong) {
        String division = after.profile().divisionCode();
        if (division != null && !DIVISION_CODE.matcher(division).matches()) {
            wrong.add(new Problem.Field(at + "divisionCode", "行政区划代码应为 6 位数字", "six digits"));
        }
        if (after.profile().stage() != null && after.kind() != UnitKind.SCHOOL) {
            wrong.add(new Problem.Field(at + "stage", "只有学校有学段", "only a school has a stage"));
        }
        String code = after.profile().schoolCode();
        if (code != null) {
            checkSchoolCode(at + "schoolCode", before, after, code, holder, reason, wrong);
        }
    }

    private static void checkSchoolCode(
            String field,
            @Nullable Unit before,
            Unit after,
            String code,
            SchoolCodes.@Nullable Held holder,
            @Nullable String reason,
            List<Problem.Field> wrong) {
        Stage stage = after.profile().stage();
        String former = before == null ? null : before.profile().schoolCode();
        if (after.kind() != UnitKind.SCHOOL) {
            wrong.add(new Problem.Field(field, "只有学校有标识码", "only a school has such a code"));
        } else if (!SCHOOL_CODE.matcher(code).matches()) {
            wrong.add(new Problem.Field(field, "学校标识码应为 10 位数字", "ten digits"));
        } else if (Arrays.stream(Stage.values()).noneMatch(s -> code.startsWith(s.digits()))) {
            wrong.add(new Problem.Field(
                    field,
                    "标识码前两位 " + code.substring(0, KIND_DIGITS) + " 不是已知的学校类型",
                    "its first two digits are no known kind of school"));
        } else if (stage != null && !code.startsWith(stage.digits())) {
            wrong.add(new Problem.Field(
                    field,
                    stage.zh() + "的标识码应以 " + stage.digits() + " 开头；学校类型变化后请填写重新赋予的标识码",
                    "a code of this stage begins with " + stage.digits()
                            + "; after a change of kind, give the new code"));
        } else if (holder != null && (!holder.unitId().equals(after.id()) || holder.validTo() != null)) {
            wrong.add(new Problem.Field(
                    field,
                    "标识码 " + code + (holder.validTo() == null ? " 属于单位 " : " 曾属于单位 ") + holder.unitId() + "，不得再用",
                    "belongs or belonged to unit " + holder.unitId() + " and is never given again"));
        } else if (former != null && !former.equals(code) && sameKind(former, code) && blank(reason)) {
            wrong.add(new Problem.Field(
                    field,
                    "学校更名不换标识码（现为 " + former + "）；如确需更换，请填写标识码变更原因",
                    "a rename keeps the code (" + former + "); to replace it, give codeReason"));
        }
    }

    private static boolean sameKind(String a, String b) {
        return a.substring(0, KIND_DIGITS).equals(b.substring(0, KIND_DIGITS));
    }

    private static boolean blank(@Nullable String reason) {
        return reason == null || reason.isBlank();
    }
}
