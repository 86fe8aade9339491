package org.dudao.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The lead units at work: they sign for their tasks, report, hand in; the supervision office verifies. */
final class Work {

    private final Bureau bureau;
    private final List<JsonNode> tasks;
    private final Map<String, String> logins = new HashMap<>();

    Work(Bureau bureau, List<JsonNode> tasks) {
        this.bureau = bureau;
        this.tasks = tasks;
        for (JsonNode person : bureau.list("supervisor", "task", "/people")) {
            if (person.hasNonNull("username")) {
                logins.putIfAbsent(
                        person.path("unitId").asText(), person.path("username").asText());
            }
        }
    }

    /** Completes the tasks due that day (all days when null) whose place in the list the choice lets through. */
    int complete(@Nullable LocalDate due, IntPredicate choice) {
        int done = 0;
        for (int n = 0; n < tasks.size(); n++) {
            JsonNode task = tasks.get(n);
            boolean thatDay = due == null || task.path("dueOn").asText().equals(due.toString());
            if (thatDay && choice.test(n) && !task.path("state").asText().equals("completed")) {
                done += completeOne(task.path("id").asText()) ? 1 : 0;
            }
        }
        return done;
    }

    /** @return false when it is over already, or nobody of its lead unit can log in */
    boolean completeOne(String taskId) {
        JsonNode task = bureau.get("supervisor", "task", "/tasks/" + taskId).ok();
        String state = task.path("state").asText();
        String actor = actorOf(task);
        if (state.equals("completed") || state.equals("cancelled") || actor == null) {
            return false;
        }
        String path = "/tasks/" + taskId;
        if (state.equals("assigned")) {
            bureau.put(actor, "task", path + "/acceptance", Bureau.object()).ok();
        }
        ObjectNode report = Bureau.object().put("narrative", "已按要求完成，资料齐备。");
        if (task.hasNonNull("targetValue")) {
            report.put("value", task.path("targetValue").decimalValue());
        }
        bureau.post(actor, "task", path + "/reports", report).ok();
        bureau.put(actor, "task", path + "/submission", Bureau.object().put("narrative", "申请办结。"))
                .ok();
        bureau.put("supervisor", "task", path + "/verification", Bureau.object())
                .ok();
        return true;
    }

    /** Tells of what is under way among the tasks due that day. */
    void report(LocalDate due, IntPredicate choice) {
        for (int n = 0; n < tasks.size(); n++) {
            JsonNode task = tasks.get(n);
            if (choice.test(n) && task.path("dueOn").asText().equals(due.toString())) {
                String path = "/tasks/" + task.path("id").asText();
                String actor = actorOf(task);
                if (actor != null
                        && bureau.put(actor, "task", path + "/acceptance", Bureau.object())
                                        .status()
                                < 300) {
                    bureau.post(
                                    actor,
                                    "task",
                                    path + "/reports",
                                    Bureau.object().put("narrative", "正在推进，尚未完成。"))
                            .ok();
                }
            }
        }
    }

    /** Who of the lead unit can log in, and so sign for the task and report. */
    private @Nullable String actorOf(JsonNode task) {
        return logins.get(task.path("leadUnit").path("id").asText());
    }
}
