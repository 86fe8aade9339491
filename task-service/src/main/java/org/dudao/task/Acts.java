package org.dudao.task;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.dudao.startup.Language;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.jspecify.annotations.Nullable;

/** Who may do what to a task: one place for the refusal and for the {@code can} that the console shows. */
@RequestScoped
public class Acts {

    private final Caller caller;
    private final HttpHeaders headers;

    public Acts(Caller caller, HttpHeaders headers) {
        this.caller = caller;
        this.headers = headers;
    }

    private record Refusal(String zh, String en) {}

    /** @throws Problem 403 when the caller may not; the task itself refuses what its phase does not allow */
    public void require(Act act, Task task) {
        Refusal refusal = refusal(act, task);
        if (refusal != null) {
            throw Problem.forbidden(refusal.zh(), refusal.en());
        }
    }

    public Can of(Task task) {
        Can can = new Can();
        for (Act act : Act.values()) {
            if (!arises(act, task)) {
                continue;
            }
            Refusal refusal = refusal(act, task);
            if (refusal == null && act == Act.ASK_EXTENSION && task.extensionWanted() != null) {
                refusal = new Refusal("已有延期申请待批。", "A request for an extension waits for its decision.");
            }
            if (refusal == null && !fits(act, task)) {
                refusal = new Refusal(NotInThisPhase.zh(act, task.phase()), NotInThisPhase.en(act, task.phase()));
            }
            can.add(act.word(), refusal == null ? null : chinese() ? refusal.zh() : refusal.en());
        }
        return can;
    }

    /** What nobody could mean here is neither offered nor refused. */
    private static boolean arises(Act act, Task task) {
        boolean suspended = task.phase() == TaskPhase.SUSPENDED;
        return switch (act) {
            case RESUME -> suspended;
            case SUSPEND -> !suspended;
            case GRANT_EXTENSION, REFUSE_EXTENSION -> task.extensionWanted() != null;
            case RETURN_REPORT -> task.phase() == TaskPhase.UNDER_WAY;
            case BLOCK -> task.state() instanceof TaskState.Workable;
            case REACH_MILESTONE -> task.state() instanceof TaskState.Owed;
            case UNBLOCK -> task.block() != null;
            case ASSIGN,
                    ACCEPT,
                    REPORT,
                    SUBMIT,
                    VERIFY,
                    RETURN,
                    EXTEND,
                    ASK_EXTENSION,
                    SET_CADENCE,
                    SET_MILESTONES,
                    CANCEL -> true;
        };
    }

    private static boolean fits(Act act, Task task) {
        TaskState state = task.state();
        return switch (act) {
            case ASSIGN -> state instanceof TaskState.Assignable;
            case ACCEPT -> state instanceof TaskState.Assigned;
            case REPORT, SUBMIT, BLOCK -> state instanceof TaskState.Workable;
            case UNBLOCK -> task.block() != null;
            case VERIFY, RETURN -> state instanceof TaskState.Submitted;
            case RETURN_REPORT -> state instanceof TaskState.UnderWay;
            case EXTEND, GRANT_EXTENSION, REFUSE_EXTENSION, SET_CADENCE -> task.running();
            case ASK_EXTENSION, SUSPEND, SET_MILESTONES, REACH_MILESTONE -> state instanceof TaskState.Owed;
            case RESUME -> state instanceof TaskState.Suspended;
            case CANCEL -> state instanceof TaskState.Open;
        };
    }

    private @Nullable Refusal refusal(Act act, Task task) {
        return switch (act) {
            case ASSIGN ->
                caller.is(Role.SUPERVISOR, Role.ADMIN)
                        ? null
                        : new Refusal("只有督导室可以分解落实任务。", "Only the supervision office assigns tasks.");
            case ACCEPT, REPORT, SUBMIT, ASK_EXTENSION, REACH_MILESTONE, BLOCK, UNBLOCK ->
                answersFor(task)
                        ? null
                        : new Refusal("只有牵头单位可以" + act.zh() + "。", "Only the lead unit may " + act.en() + " it.");
            case SET_MILESTONES ->
                answersFor(task) || checks(task)
                        ? null
                        : new Refusal(
                                "只有牵头单位、督导室或下达任务的科室可以设置节点。",
                                "Only the lead unit, the supervision office, or the office that asked for it, may set its milestones.");
            case VERIFY, RETURN, RETURN_REPORT ->
                checks(task)
                        ? null
                        : new Refusal(
                                "只有督导室或下达任务的科室可以" + act.zh() + "。",
                                "Only the supervision office, or the office that asked for it, may " + act.en()
                                        + " it.");
            case EXTEND, GRANT_EXTENSION, REFUSE_EXTENSION, SET_CADENCE, SUSPEND, RESUME, CANCEL ->
                caller.is(Role.SUPERVISOR, Role.LEADER)
                        ? null
                        : new Refusal(
                                "只有督导室或局领导可以" + act.zh() + "。",
                                "Only the supervision office or a leader may " + act.en() + " it.");
        };
    }

    /** The lead unit's own people and systems, or those of an office or township above it. */
    private boolean answersFor(Task task) {
        String lead = task.leadUnitId();
        return lead != null
                && (lead.equals(caller.unitId())
                        || (caller.is(Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM) && caller.sees(task.unitPath())));
    }

    private boolean checks(Task task) {
        String askedBy = task.askedByPath();
        return caller.is(Role.SUPERVISOR) || (caller.is(Role.OFFICE) && askedBy != null && caller.sees(askedBy));
    }

    private boolean chinese() {
        return Language.chinese(headers);
    }
}
