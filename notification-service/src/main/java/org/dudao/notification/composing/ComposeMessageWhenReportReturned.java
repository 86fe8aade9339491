package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit learns why its report came back. */
@ApplicationScoped
public class ComposeMessageWhenReportReturned {

    private final ComposeMessages messages;

    ComposeMessageWhenReportReturned(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<ReportReturned>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenReportReturned::notice).toList());
    }

    private static Notice notice(Heard<ReportReturned> heard) {
        ReportReturned e = heard.event();
        return Notice.of(
                heard, MessageKind.REPORT_RETURNED, Addressees.leadUnitOf(e.task()), Map.of("reason", e.reason()));
    }
}
