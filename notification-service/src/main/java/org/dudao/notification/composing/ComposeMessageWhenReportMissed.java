package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit learns that the day of a report has passed without it. */
@ApplicationScoped
public class ComposeMessageWhenReportMissed {

    private final ComposeMessages messages;

    ComposeMessageWhenReportMissed(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<ReportMissed>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenReportMissed::notice).toList());
    }

    private static Notice notice(Heard<ReportMissed> heard) {
        ReportMissed e = heard.event();
        return Notice.of(
                heard,
                MessageKind.REPORT_MISSED,
                Addressees.leadUnitOf(e.task()),
                Map.of(
                        "periodFrom",
                        e.periodFrom().toString(),
                        "reportDueOn",
                        e.reportDueOn().toString()));
    }
}
