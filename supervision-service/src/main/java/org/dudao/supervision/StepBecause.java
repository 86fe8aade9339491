package org.dudao.supervision;

/** Why a step of a ladder is as it is. The word is the audit's and the metric's; the sentence is for people. */
public enum StepBecause {
    RAISED("预警产生时即执行", "taken when the alert was raised"),
    POLICY("按督办阶梯规定的时间", "by the ladder's date"),
    ESCALATED("由督导人员提前升级", "escalated by a supervisor"),
    SIGNED("经签发生效", "took effect by signature"),
    DECLINED("不予签发", "the proposal was declined"),
    RESOLVED("事由已消除，不再执行", "dropped: the reason for the alert is gone"),
    CLOSED("已销号，不再执行", "dropped: the alert was closed"),
    SNOOZED("因暂缓顺延", "moved: the ladder rested"),
    SIGNATURE_AWAITED("因等待签发顺延", "moved: the rung before waited for its signature"),
    CALENDAR_CHANGED("因工作日历调整改期", "moved: the work calendar changed");

    private final String zh;
    private final String en;

    StepBecause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String text(boolean chinese) {
        return chinese ? zh : en;
    }
}
