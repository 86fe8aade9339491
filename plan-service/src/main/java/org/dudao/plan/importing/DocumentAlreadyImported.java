package org.dudao.plan.importing;

import java.util.UUID;

/** The same file is this bureau's draft or published plan already. */
final class DocumentAlreadyImported extends RuntimeException {

    private final UUID planId;
    private final String title;

    DocumentAlreadyImported(UUID planId, String title) {
        super("document is plan " + planId + " already");
        this.planId = planId;
        this.title = title;
    }

    UUID planId() {
        return planId;
    }

    String detail(boolean chinese) {
        return chinese
                ? "这份文件已经导入过：《" + title + "》。请直接打开它；要重新导入，请先删除草稿或撤回计划。"
                : "This file was imported before: \"" + title
                        + "\". Open that one; to import anew, delete or withdraw it first.";
    }
}
