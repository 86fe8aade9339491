package org.dudao.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.dudao.plan.Standing.Light;
import org.dudao.plan.YearView.TargetYear;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Which of a year's targets are asked for; the tree, the lists and every export take the same. */
public record YearFilter(
        Set<Light> lights,
        @Nullable String unitId,
        @Nullable String words,
        boolean keyOnly) {

    public static YearFilter of(@Nullable String light, @Nullable String unitId, @Nullable String q, boolean keyOnly) {
        return new YearFilter(lights(light), blank(unitId), blank(q), keyOnly);
    }

    private static Set<Light> lights(@Nullable String light) {
        if (light == null || light.isBlank()) {
            return EnumSet.allOf(Light.class);
        }
        EnumSet<Light> lights = EnumSet.noneOf(Light.class);
        try {
            Arrays.stream(light.split(","))
                    .map(l -> Light.valueOf(l.strip().toUpperCase(Locale.ROOT)))
                    .forEach(lights::add);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "light",
                    "light 应为 red、amber、purple、blue、grey、green 中的一个或几个，用逗号分开。",
                    "light takes red, amber, purple, blue, grey, green, separated by commas.");
        }
        return lights;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean lets(TargetYear target) {
        return lights.contains(target.light())
                && (!keyOnly || target.key())
                && (unitId == null || unitId.equals(target.leadUnitId()))
                && (words == null
                        || target.quote().contains(words)
                        || target.indicator().contains(words));
    }
}
