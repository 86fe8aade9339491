package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;

/** A ladder as it was set: copied onto each alert that is raised while it is in force. */
public record LadderPolicy(int version, LocalTime firesAt, Instant inForceFrom, String note, List<Step> rungs) {

    /**
     * One rung.
     *
     * @param workingDays after the first working day on which the task is late
     * @param automatic taken by itself, or proposed until a person with one of the roles {@code signers} signs
     */
    public record Step(
            int ordinal,
            Rung rung,
            int workingDays,
            boolean automatic,
            List<Audience> audience,
            List<String> signers) {}
}
