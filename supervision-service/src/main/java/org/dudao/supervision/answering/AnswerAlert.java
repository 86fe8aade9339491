package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.AnswersGiven;
import org.dudao.supervision.AnswersGiven.Answer;
import org.dudao.supervision.Who;

/** The responsible unit says what it has done and will do, with what proves it (答复); the ladder goes on. */
@ApplicationScoped
class AnswerAlert {

    private final Alerts alerts;
    private final AnswersGiven answers;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    AnswerAlert(Alerts alerts, AnswersGiven answers, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.answers = answers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, String text, List<String> links) {
        requireSafe(links);
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.ANSWER.require(alert, Who.of(caller));
        answers.add(id, new Answer(clock.instant(), caller.username(), text, links));
        audit.record(caller, "answered", AlertHistory.SUBJECT, id, null, Map.of("reason", text, "links", links));
        outbox.append(alert.answer(caller.username(), text));
    }

    /** What is clicked leads to the console or over a safe connection; a script is no address. */
    private static void requireSafe(List<String> links) {
        List<Problem.Field> wrong = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String link = links.get(i);
            if (!link.matches("(/(?!/)|https://[^/])\\S*")) {
                wrong.add(new Problem.Field(
                        "links[" + i + "]",
                        "链接应以 https:// 开头，或为本系统内以 / 开头的地址。",
                        "a link begins with https://, or with / for an address of the console."));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Problem(
                    422, "invalid", wrong.getFirst().zh(), wrong.getFirst().en(), wrong);
        }
    }
}
