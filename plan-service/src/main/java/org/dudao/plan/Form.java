package org.dudao.plan;

import java.util.Set;
import org.dudao.contracts.Comparator;

/** What a target is like decides how it is held against what units report, and how their shares make the whole. */
public enum Form {
    /** 新建学校3所, 培训1200人次, 投入2亿元: shares add up, more than asked is 超额. */
    AMOUNT(Whole.SUM),
    /** 2-3所: an amount whose upper bound is where 超额 begins. */
    RANGE(Whole.SUM),
    /** 覆盖率达到92%: shares are averaged, each unit counting once. */
    LEVEL(Whole.AVERAGE),
    /** 近视率下降1个百分点: the change itself is reported. */
    CHANGE(Whole.AVERAGE),
    /** 保持90%以上: it is there already, and falling below breaks it. */
    HOLD(Whole.AVERAGE),
    /** 进入前3名: the smaller, the better; places can't be added up. */
    RANK(Whole.LEAD),
    /** 不超过5%: a limit; passing it breaks it. */
    CEILING(Whole.SUM),
    CEILING_LEVEL(Whole.AVERAGE),
    /** 零投诉: one event breaks it for good, whatever is reported afterwards. */
    ZERO(Whole.SUM),
    /** 每所公办学校都有1名以上: true when every unit reaches it. */
    UNIVERSAL(Whole.EVERY),
    /** 每学期至少2次: asked of each unit, anew in each period. */
    FREQUENCY(Whole.LEAST),
    /** 年底前建成…: done or not; of shares, every one. */
    DELIVERABLE(Whole.EVERY);

    /** How the figures of several units become one. */
    public enum Whole {
        SUM,
        AVERAGE,
        LEAST,
        EVERY,
        /** Only who answers for the whole can say it. */
        LEAD
    }

    private static final Set<String> LEVELS = Set.of("%", "‰", "个百分点", "百分点");

    private final Whole whole;

    Form(Whole whole) {
        this.whole = whole;
    }

    static Form of(Asked asked) {
        Comparator comparator = asked.comparator();
        boolean level = LEVELS.contains(asked.unit() == null ? "" : asked.unit())
                || asked.kind().equals("percent");
        if (asked.kind().equals("rank")) {
            return RANK;
        }
        if (asked.value() == null) {
            return asked.universal() ? UNIVERSAL : asked.recurrence() == null ? DELIVERABLE : FREQUENCY;
        }
        if (comparator == Comparator.EQ && asked.value().signum() == 0) {
            return ZERO;
        }
        if (asked.universal()) {
            return UNIVERSAL;
        }
        return switch (comparator) {
            case UP, DOWN -> CHANGE;
            case LE, LT -> level ? CEILING_LEVEL : CEILING;
            case DONE -> DELIVERABLE;
            case EQ, GE, GT -> {
                if (asked.hold()) {
                    yield HOLD;
                }
                if (asked.recurrence() != null) {
                    yield FREQUENCY;
                }
                if (level) {
                    yield LEVEL;
                }
                yield asked.upper() == null ? AMOUNT : RANGE;
            }
        };
    }

    public Whole whole() {
        return whole;
    }

    /** It holds from the first day and can only be broken: nobody is done with it before its date. */
    boolean keeps() {
        return this == HOLD || this == CEILING || this == CEILING_LEVEL || this == ZERO;
    }
}
