package org.dudao.plan.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often something is owed: 每学期, 每两周. */
public enum Recurrence {
    PER_DAY("每[个一]?(?:天|日|晚)"),
    PER_TWO_WEEKS("每(?:两|2|二)(?:个)?(?:周|星期)"),
    PER_WEEK("每[个一]?(?:周(?!末|边|期)|星期|礼拜)"),
    PER_TWO_MONTHS("每(?:两|2|二)个?月"),
    PER_MONTH("每[个一]?月|按月"),
    PER_QUARTER("每[个一]?季度?|按季度?"),
    PER_HALF_YEAR("每半年"),
    PER_TERM("每[个一]?学期"),
    PER_YEAR("每[个一]?(?:学年|年度|年(?!级))");

    private static final Pattern ANY = any();
    private final Pattern words;

    Recurrence(String words) {
        this.words = Pattern.compile(words);
    }

    record Found(Recurrence recurrence, int start, int end) {}

    static Optional<Found> in(CharSequence matched) {
        Matcher m = ANY.matcher(matched);
        if (!m.find()) {
            return Optional.empty();
        }
        for (Recurrence r : values()) {
            if (r.words.matcher(m.group()).matches()) {
                return Optional.of(new Found(r, m.start(), m.end()));
            }
        }
        return Optional.empty();
    }

    /** The period that stands nearest before a place. */
    static Optional<Recurrence> before(String matched, int place) {
        Optional<Found> last = Optional.empty();
        int from = 0;
        for (Optional<Found> next = in(matched.substring(from, place));
                next.isPresent();
                next = in(matched.substring(from, place))) {
            last = next;
            from += next.get().end();
        }
        return last.map(Found::recurrence);
    }

    private static Pattern any() {
        StringBuilder all = new StringBuilder();
        for (Recurrence r : values()) {
            all.append(all.isEmpty() ? "" : "|").append(r.words.pattern());
        }
        return Pattern.compile(all.toString());
    }
}
