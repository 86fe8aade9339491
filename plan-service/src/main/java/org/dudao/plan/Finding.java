package org.dudao.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a plan that a person should see before it binds others.
 *
 * @param code stable, for grouping and tests
 * @param measure where it is; none of both for the plan as a whole
 * @param words what is wrong, with its numbers
 * @param cure what to do
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable UUID measure,
        @Nullable UUID target,
        Said words,
        Said cure) {

    public enum Severity {
        /** The plan can't be published with it. */
        BLOCKING,
        WARNING
    }

    /** In both languages. */
    public record Said(String zh, String en) {
        public String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    public static Finding of(String code, Severity severity, Target target, Said words, Said cure) {
        return new Finding(code, severity, target.measure().id(), target.id(), words, cure);
    }

    public static Finding of(String code, Severity severity, Measure measure, Said words, Said cure) {
        return new Finding(code, severity, measure.id(), null, words, cure);
    }
}
