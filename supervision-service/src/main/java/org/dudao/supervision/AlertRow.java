package org.dudao.supervision;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.contracts.AlertFacts;

/** A new alert as the row that the statement which opens alerts by the thousand takes. */
final class AlertRow {

    private AlertRow() {}

    static Map<String, Object> of(Alert alert) {
        AlertFacts facts = alert.facts();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", facts.alertId());
        row.put("task_id", facts.taskId());
        row.put("plan_id", facts.planId());
        row.put("title", facts.title());
        row.put("bureau_id", facts.bureau().id());
        row.put("bureau_name", facts.bureau().name());
        row.put("bureau_path", facts.bureau().path());
        row.put("unit_id", facts.unit().id());
        row.put("unit_name", facts.unit().name());
        row.put("unit_path", facts.unit().path());
        row.put("supporting_units", facts.supportingUnits());
        row.put("due_on", facts.dueOn().toString());
        row.put("repeated", facts.repeated());
        row.put("version", alert.version());
        row.put("phase", alert.phase());
        row.put("rung", alert.rung());
        row.put("raised_at", alert.raisedAt().toString());
        row.put("policy_version", alert.policyVersion());
        row.put("ladder_from", alert.ladderFrom());
        row.put("fires_at", alert.firesAt());
        if (alert.nextStepAt() != null) {
            row.put("next_step_at", alert.nextStepAt().toString());
        }
        return row;
    }
}
