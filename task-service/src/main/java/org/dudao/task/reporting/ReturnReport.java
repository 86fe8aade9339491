package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.ExpectedReports;
import org.dudao.task.Reports;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** Sends a progress report back with a reason; where one was owed, it is owed again, with a day of its own (T1). */
@ApplicationScoped
public class ReturnReport {

    private final Desk desk;
    private final Reports reports;
    private final ExpectedReports expected;
    private final Deadlines deadlines;
    private final Clock clock;

    public ReturnReport(Desk desk, Reports reports, ExpectedReports expected, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.expected = expected;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public void sendBack(UUID id, UUID report, String reason) {
        Task task = desk.take(id, Act.RETURN_REPORT);
        reports.sendBack(report, id, reason, clock.instant(), desk.who());
        @Nullable LocalDate owedBy = expected.owedAgain(report).orElse(null);
        deadlines.planReports(List.of(id));
        desk.tell(
                task.sendReportBack(report, owedBy, reason, desk.who(), desk.names(task)),
                "report-returned",
                task,
                null,
                Map.of("reason", reason, "reportId", report));
    }
}
