package org.dudao.task;

import java.util.Locale;

/** What people do to a task; the word is the one in {@code can} and {@code cannot}. */
public enum Act {
    ASSIGN("分解落实", "assign"),
    ACCEPT("签收", "accept"),
    REPORT("提交进展", "report"),
    SUBMIT("申请办结", "submit"),
    VERIFY("核验办结", "verify"),
    RETURN("退回", "return"),
    EXTEND("调整期限", "extend"),
    ASK_EXTENSION("申请延期", "ask for an extension of"),
    GRANT_EXTENSION("批准延期", "grant an extension of"),
    REFUSE_EXTENSION("不批准延期", "refuse an extension of"),
    SET_MILESTONES("设置节点", "set the milestones of"),
    REACH_MILESTONE("填报节点进度", "tell the milestones of"),
    BLOCK("反映受阻", "say what blocks"),
    UNBLOCK("解除受阻", "unblock"),
    SET_CADENCE("设置报送周期", "set the reporting of"),
    RETURN_REPORT("退回进展", "send back a report on"),
    SUSPEND("挂起", "suspend"),
    RESUME("恢复", "resume"),
    CANCEL("取消", "cancel");

    private final String zh;
    private final String en;

    Act(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
