package org.dudao.plan.reading.targets;

/**
 * A target that belongs to another of the same measure.
 *
 * @param target place of the other one among the measure's targets, from 0
 */
public record Within(int target, Relation relation) {

    public enum Relation {
        /** 其中: counted in the other one's figure. */
        PART,
        /** (山区学校达到70%): what some units owe instead of the other one's figure. */
        EXCEPTION
    }
}
