package org.dudao.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.startup.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One year of a target over several (M13, M14).
 *
 * @param value what that year adds to the whole; null for what is only to be done
 * @param dueOn a day in that year; its end when none is named
 * @param acceptedBy the outer body that says whether it is reached
 */
public record Stage(
        @Schema(examples = "2026") int year,
        @Schema(examples = "通过市级复核") String words,
        @Schema(examples = "2") @Nullable BigDecimal value,
        @Nullable LocalDate dueOn,
        @Schema(examples = "市级") @Nullable String acceptedBy) {

    private static final int MOST = 10;
    private static final int LONGEST = 100;

    /** @throws Problem that says what is wrong with them */
    static List<Stage> checked(List<Stage> said) {
        if (said.size() > MOST) {
            throw Problem.invalid("stages", "最多 10 个年度。", "Takes at most 10 years.");
        }
        Set<Integer> years = new HashSet<>();
        for (Stage stage : said) {
            if (stage == null || stage.year < 2000 || stage.year > 2999 || !years.add(stage.year)) {
                throw Problem.invalid(
                        "stages.year", "每个年度写一次，应在 2000 到 2999 之间。", "Name each year once, from 2000 to 2999.");
            }
            if (stage.words == null || stage.words.isBlank() || stage.words.length() > LONGEST) {
                throw Problem.invalid("stages.words", "应为 1 到 100 个字。", "Takes 1 to 100 characters.");
            }
            if (stage.dueOn != null && stage.dueOn.getYear() != stage.year) {
                throw Problem.invalid("stages.dueOn", "期限应在该年度之内。", "The day must lie in its year.");
            }
            if (stage.acceptedBy != null && stage.acceptedBy.length() > LONGEST) {
                throw Problem.invalid("stages.acceptedBy", "不超过 100 个字。", "Takes at most 100 characters.");
            }
        }
        return said.stream()
                .map(Stage::stripped)
                .sorted(java.util.Comparator.comparingInt(Stage::year))
                .toList();
    }

    private Stage stripped() {
        return new Stage(
                year,
                words.strip(),
                TargetEdit.notNegative("stages.value", value),
                dueOn,
                acceptedBy == null || acceptedBy.isBlank() ? null : acceptedBy.strip());
    }

    /** Few, and never looked for without their target. */
    @Singleton
    @Immutable
    @Converter
    public static class AsJson implements AttributeConverter<List<Stage>, String> {

        private static final TypeReference<List<Stage>> STAGES = new TypeReference<>() {};

        private final ObjectMapper json;

        public AsJson(ObjectMapper json) {
            this.json = json;
        }

        @Override
        public String convertToDatabaseColumn(List<Stage> stages) {
            try {
                return json.writeValueAsString(stages);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stage is not writable", e);
            }
        }

        @Override
        public List<Stage> convertToEntityAttribute(String text) {
            try {
                return json.readValue(text, STAGES);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stage that was written is not readable", e);
            }
        }
    }
}
