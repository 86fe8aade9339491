package org.dudao.plan.reading.targets;

import java.util.regex.Pattern;
import org.dudao.contracts.Strength;

/** 力争 and 争取 aim, 探索 and 试点 try; everything else that a plan says it will do, it must. */
final class StrengthWords {

    private static final Pattern AIM = Pattern.compile("力争|争取|争创|努力|力求|有望|预计");
    private static final Pattern TRY = Pattern.compile("探索|尝试|试行|逐步|鼓励|试点");

    private StrengthWords() {}

    static Strength in(String clause) {
        return AIM.matcher(clause).find() ? Strength.AIM : TRY.matcher(clause).find() ? Strength.TRY : Strength.MUST;
    }
}
