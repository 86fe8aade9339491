package org.dudao.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.startup.Language;

/** Says a message's facts in a language: dates as people write them, rungs by the installation's labels. */
@ApplicationScoped
public class Wording {

    private final Settings settings;

    public Wording(Settings settings) {
        this.settings = settings;
    }

    public Map<String, String> spoken(Map<String, String> facts, Language language) {
        return facts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> spoken(fact.getKey(), fact.getValue(), language)));
    }

    private String spoken(String name, String value, Language language) {
        return switch (name) {
            case "dueOn", "formerDueOn", "wantedDueOn" -> day(LocalDate.parse(value), language);
            case "expectedUntil" -> value.isEmpty() ? open(language) : day(LocalDate.parse(value), language);
            case "rung" -> rung(Rung.valueOf(value), language);
            case "because" -> because(ResolvedBecause.valueOf(value), language);
            default -> value;
        };
    }

    private static String open(Language language) {
        return switch (language) {
            case ZH -> "待定";
            case EN -> "open";
        };
    }

    private static String day(LocalDate day, Language language) {
        return switch (language) {
            case ZH -> DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).format(day);
            case EN -> DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day);
        };
    }

    private String rung(Rung rung, Language language) {
        Settings.Labels labels = settings.labels().get(language);
        return labels == null ? rung.name() : labels.rungs().getOrDefault(rung, rung.name());
    }

    private String because(ResolvedBecause because, Language language) {
        Settings.Labels labels = settings.labels().get(language);
        return labels == null ? because.name() : labels.because().getOrDefault(because, because.name());
    }
}
