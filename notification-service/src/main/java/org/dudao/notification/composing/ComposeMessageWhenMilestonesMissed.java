package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.MilestonesMissed;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit learns which milestones it did not reach on their day. */
@ApplicationScoped
public class ComposeMessageWhenMilestonesMissed {

    private final ComposeMessages messages;

    ComposeMessageWhenMilestonesMissed(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<MilestonesMissed>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenMilestonesMissed::notice).toList());
    }

    private static Notice notice(Heard<MilestonesMissed> heard) {
        MilestonesMissed e = heard.event();
        return Notice.of(
                heard,
                MessageKind.MILESTONES_MISSED,
                Addressees.leadUnitOf(e.task()),
                Map.of(
                        "names", String.join("、", e.names()),
                        "milestoneDueOn", e.milestoneDueOn().toString()));
    }
}
