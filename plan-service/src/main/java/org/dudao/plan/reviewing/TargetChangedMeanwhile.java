package org.dudao.plan.reviewing;

import java.time.Instant;
import java.util.Objects;
import org.dudao.plan.PlanView.TargetView;
import org.jspecify.annotations.Nullable;

/** Another reviewer was faster: the one who comes later sees what was done before deciding anew. */
final class TargetChangedMeanwhile extends RuntimeException {

    private final transient TargetView current;

    TargetChangedMeanwhile(TargetView current) {
        super("target " + current.id() + " is at version " + current.version());
        this.current = current;
    }

    TargetView current() {
        return current;
    }

    /** A problem that also shows what stands there now. */
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            TargetView current) {}

    Body body(boolean chinese, String path) {
        String who = Objects.requireNonNullElse(current.changedBy(), "");
        return new Body(
                "urn:dudao:problem:target-changed",
                chinese ? "状态不符" : "Conflict",
                412,
                chinese
                        ? "您查看之后，" + who + " 修改了“" + current.indicator() + "”。您的这一步没有保存；请核对现在的内容后再决定。"
                        : who + " changed \"" + current.indicator()
                                + "\" after you had seen it. This step of yours was not saved; look at what stands there now and decide again.",
                path,
                current.changedBy(),
                current.changedAt(),
                current);
    }
}
