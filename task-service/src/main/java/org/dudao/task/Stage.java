package org.dudao.task;

import java.util.Arrays;
import java.util.Optional;

/** What a school teaches, with its Chinese word and the two digits that its code (学校标识码) begins with. */
public enum Stage {
    KINDERGARTEN("幼儿园", "11"),
    PRIMARY("小学", "21"),
    JUNIOR("初中", "31"),
    NINE_YEAR("九年一贯制", "31"),
    SENIOR("高中", "34"),
    COMPLETE("完全中学", "34"),
    TWELVE_YEAR("十二年一贯制", "34"),
    VOCATIONAL("中职", "36"),
    HIGHER("高校", "41"),
    SPECIAL("特殊教育", "51");

    private final String zh;
    private final String digits;

    Stage(String zh, String digits) {
        this.zh = zh;
        this.digits = digits;
    }

    public String zh() {
        return zh;
    }

    public String digits() {
        return digits;
    }

    /** By either name. */
    public static Optional<Stage> of(String word) {
        return Arrays.stream(values())
                .filter(s -> s.zh.equals(word) || s.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
