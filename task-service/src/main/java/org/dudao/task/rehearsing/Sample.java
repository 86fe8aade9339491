package org.dudao.task.rehearsing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.TaskPhase;
import org.jspecify.annotations.Nullable;

/** A task of the sandbox: one for each state that a school's system has to cope with, and enough to report in bulk. */
record Sample(
        TaskPhase phase,
        String title,
        String indicator,
        @Nullable BigDecimal goal,
        @Nullable String unit,
        @Nullable BigDecimal value,
        LocalDate dueOn) {

    private static final int FOR_BULK = 40;

    static List<Sample> all(WorkCalendar calendar, LocalDate today) {
        List<Sample> all = new ArrayList<>(List.of(
                done(TaskPhase.ASSIGNED, "报送秋季开学安全自查情况", calendar.plusWorkingDays(today, 10)),
                done(TaskPhase.ASSIGNED, "次日到期：上报食堂晨检记录", calendar.plusWorkingDays(today, 1)),
                count(TaskPhase.ACCEPTED, "完成家访不少于120次", "家访次数", 120, "次", null, calendar.plusWorkingDays(today, 20)),
                count(TaskPhase.UNDER_WAY, "改造多媒体教室12间", "改造间数", 12, "间", 7, calendar.plusWorkingDays(today, 15)),
                count(TaskPhase.UNDER_WAY, "已逾期：组织消防演练2次", "演练次数", 2, "次", 1, today.minusDays(5)),
                count(TaskPhase.SUBMITTED, "待核验：建设心理辅导室1间", "间数", 1, "间", 1, calendar.plusWorkingDays(today, 3)),
                count(TaskPhase.COMPLETED, "已办结：评选优秀教案30篇", "篇数", 30, "篇", 31, today.minusDays(1))));
        for (int i = 1; i <= FOR_BULK; i++) {
            all.add(count(
                    TaskPhase.ACCEPTED,
                    "批量填报练习第" + i + "项",
                    "完成数",
                    10,
                    "项",
                    null,
                    calendar.plusWorkingDays(today, 25)));
        }
        return all;
    }

    private static Sample done(TaskPhase phase, String title, LocalDate dueOn) {
        return new Sample(phase, title, "完成情况", null, null, null, dueOn);
    }

    private static Sample count(
            TaskPhase phase,
            String title,
            String indicator,
            int goal,
            String unit,
            @Nullable Integer value,
            LocalDate dueOn) {
        return new Sample(
                phase,
                title,
                indicator,
                BigDecimal.valueOf(goal),
                unit,
                value == null ? null : BigDecimal.valueOf(value),
                dueOn);
    }
}
