package org.dudao.task.evidencing;

import java.time.LocalDate;
import java.time.ZoneId;
import org.dudao.startup.Problem;
import org.dudao.task.EvidenceFile;

/** 409: the same bytes are at this task. */
class EvidenceStandsAlready extends Problem {

    EvidenceStandsAlready(EvidenceFile standing, ZoneId zone) {
        super(
                409,
                "evidence-stands-already",
                "本任务已有这份文件：" + standing.name() + "（" + LocalDate.ofInstant(standing.at(), zone) + "），无需再传。",
                "This file is at the task already: " + standing.name() + " (" + LocalDate.ofInstant(standing.at(), zone)
                        + "); there is no need to send it again.");
    }
}
