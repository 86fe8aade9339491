package org.dudao.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit beyond its place in the tree; the other services do not hear of it.
 *
 * @param divisionCode six digits (行政区划代码)
 * @param schoolCode the ten digits in force (学校标识码)
 * @param traits words that conditions ask for: 寄宿制, 民办 …
 * @param leaderId leader of the bureau in charge of it (分管领导)
 * @param contactId who is called first (联系人)
 * @param successorId who took over what was open when it closed
 */
public record UnitProfile(
        @Nullable Stage stage,
        @Nullable String divisionCode,
        @Nullable String schoolCode,
        @Nullable Integer pupils,
        @Nullable Integer teachers,
        @Nullable Integer classes,
        List<String> traits,
        @Nullable String leaderId,
        @Nullable String contactId,
        @Nullable String successorId) {

    public static final UnitProfile NONE =
            new UnitProfile(null, null, null, null, null, null, List.of(), null, null, null);
}
