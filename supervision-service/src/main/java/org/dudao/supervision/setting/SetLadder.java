package org.dudao.supervision.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.supervision.LadderDraft;
import org.dudao.supervision.LadderPolicies;
import org.dudao.supervision.NotYourLadder;
import org.jspecify.annotations.Nullable;

/** Writes a ladder, and puts one in force that was written: a new one or an earlier one. Running alerts keep theirs. */
@ApplicationScoped
class SetLadder {

    static final String SUBJECT = "ladder";

    private final LadderPolicies ladders;
    private final Audit audit;
    private final Clock clock;

    SetLadder(LadderPolicies ladders, Audit audit, Clock clock) {
        this.ladders = ladders;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    int write(Caller caller, LadderDraft draft) {
        int version = ladders.write(caller.bureau().id(), draft.requireSound(), caller.username(), clock.instant());
        audit.record(caller, "written", SUBJECT, version, null, draft);
        return version;
    }

    /** @throws Problem 412 when {@code ifMatch} is not the version in force */
    @Transactional
    void enact(Caller caller, int version, @Nullable String ifMatch, String note) {
        String bureau = caller.bureau().id();
        Instant now = clock.instant();
        if (ladders.written(bureau, version).isEmpty()) {
            throw new NotYourLadder(version);
        }
        int seen = ladders.inForce(bureau, now).version();
        Versions.requireMatch(ifMatch, seen);
        if (seen == version) {
            throw Problem.conflict(
                    "ladder-in-force", "第 " + version + " 版正在施行。", "Version " + version + " is in force already.");
        }
        if (!ladders.enact(bureau, version, seen, caller.username(), note, now)) {
            Versions.requireMatch(ifMatch, ladders.inForce(bureau, now).version());
        }
        audit.record(caller, "enacted", SUBJECT, version, Map.of("version", seen), Map.of("note", note));
    }
}
