package org.dudao.plan.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The health of a plan before its publication; blocking findings come first. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HealthView(UUID planId, long version, int blocking, int warnings, List<FindingView> findings) {

    /** @param words what is wrong, in the caller's language */
    public record FindingView(
            @Schema(examples = "date-day-off") String code,
            @Schema(examples = "warning") String severity,
            @Nullable UUID measureId,
            @Nullable UUID targetId,

            @Schema(examples = "“新建学校”的期限 2026-10-01 不是工作日。")
            String words,

            @Schema(examples = "可提前到最近的工作日 2026-09-30。") String cure) {}

    static HealthView of(UUID planId, long version, List<Finding> findings, boolean chinese) {
        int blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCKING).count();
        return new HealthView(
                planId,
                version,
                blocking,
                findings.size() - blocking,
                findings.stream()
                        .map(f -> new FindingView(
                                f.code(),
                                f.severity().name().toLowerCase(Locale.ROOT),
                                f.measure(),
                                f.target(),
                                f.words().in(chinese),
                                f.cure().in(chinese)))
                        .toList());
    }
}
