package org.dudao.plan.reading.wording;

/** What figures are counted in. The longest comes first, since the first match is taken. */
public final class Units {

    static final String PERCENT = "个百分点|百分点|[%‰]";
    static final String MONEY = "亿元|万元|千元|元";
    static final String AREA = "平方米|平方公里|公顷|亩|㎡";

    /** Counted things. 个 is not followed by a span of time, 分 not by a compound. */
    static final String COUNTED =
            "人次|场次|课时|学时|学分|公里|千米|小时|分钟|名|人|位|所|家|座|栋|幢|间|处|套|台|辆|册|本|篇|节|件|条|份|支|对|班|户|片|期|轮|批次|批|次|场|堂|"
                    + "门|种|类|部|张|块|村|镇|校|园|组|队|例|起|宗|项|"
                    + "个?位次|个(?!百分点|工作日|月|学期|学年|小时|星期|季度)|分(?![别类批期层级步校园支钟析])|米(?!高)|倍|"
                    + "周(?![年岁边末])|天(?![然文气候])|年(?![级内度前底末初])|盏|株|棵|把|副|吨|千瓦|讲";

    public static final String ANY = "(?:" + PERCENT + "|" + MONEY + "|" + AREA + "|" + COUNTED + ")";

    static final String AFTER_FIGURE =
            "(?:" + PERCENT + "|" + MONEY + "|" + AREA + "|" + COUNTED + "|年|月|日|天|岁|届|周|学期|万|亿|余|多)";

    private Units() {}
}
