package org.dudao.task.evidencing;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.task.EvidenceFile;
import org.dudao.task.TaskPhase;
import org.jspecify.annotations.Nullable;

/** Files as the caller sees them, with what the caller may do to each. */
@RequestScoped
class EvidenceViews {

    private final Caller caller;
    private final RoutingContext request;

    EvidenceViews(Caller caller, RoutingContext request) {
        this.caller = caller;
        this.request = request;
    }

    Page<EvidenceView> page(Page<EvidenceFile> page) {
        return new Page<>(page.items().stream().map(this::of).toList(), page.next(), page.total());
    }

    EvidenceView of(EvidenceFile f) {
        FileType type = FileType.of(f.type());
        Can can = new Can().add("open", openRefusal(f)).add("remove", removeRefusal(f));
        return new EvidenceView(
                f.id(),
                f.taskId(),
                f.taskTitle(),
                f.unitId(),
                f.unitName(),
                f.name(),
                type.word(),
                type.mediaType(),
                f.size(),
                f.sha256(),
                f.located(),
                f.at(),
                f.by(),
                f.reusedFrom(),
                f.thumbnail(),
                f.reportIds(),
                can.can(),
                can.cannot());
    }

    /** Where a photo was taken is personal data: only who answers for the unit gets it. The thumbnail tells nothing. */
    boolean mayOpen(EvidenceFile f) {
        return !f.located() || caller.sees(f.unitPath());
    }

    void requireMayOpen(EvidenceFile f) {
        if (!mayOpen(f)) {
            throw Problem.forbidden(LOCATED_ZH, LOCATED_EN);
        }
    }

    private static final String LOCATED_ZH = "照片原件含拍摄位置，只有上传单位及其上级可以打开，请看缩略图。";
    private static final String LOCATED_EN =
            "The original tells where it was taken, so only the unit and those above it may open it; see the thumbnail.";

    private @Nullable String openRefusal(EvidenceFile f) {
        return mayOpen(f) ? null : said(LOCATED_ZH, LOCATED_EN);
    }

    private @Nullable String removeRefusal(EvidenceFile f) {
        if (!f.by().equals(caller.username())) {
            return said("只有上传人可以移除这份材料。", "Only who uploaded it may remove it.");
        }
        if (f.taskPhase() != TaskPhase.ACCEPTED && f.taskPhase() != TaskPhase.UNDER_WAY) {
            return said("任务已提交或已结束，材料不能再移除。", "The task was handed in or has ended, so it stays.");
        }
        return f.reportIds().isEmpty()
                ? null
                : said("已提交的进展引用了这份材料，不能移除。", "A report that was handed in names it, so it stays.");
    }

    private String said(String zh, String en) {
        String languages = request.request().getHeader("Accept-Language");
        boolean english =
                languages != null && languages.strip().toLowerCase(Locale.ROOT).startsWith("en");
        return english ? en : zh;
    }
}
