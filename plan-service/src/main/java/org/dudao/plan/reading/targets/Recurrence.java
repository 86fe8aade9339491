package org.dudao.plan.reading.targets;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How often something is owed: 每学期, 每两周. */
public enum Recurrence {
    PER_DAY("(?<![\\d十第])一日(?=一)|每[个一]?(?:天|日|晚)"),
    PER_TWO_WEEKS("(?:半月|(?<![\\d十])(?:两|双)周)(?=一)|每(?:两|2|二)(?:个)?(?:周|星期)"),
    PER_WEEK("(?<![\\d十第])一周(?=一)|每[个一]?(?:周(?!末|边|期)|星期|礼拜)"),
    PER_TWO_MONTHS("每(?:两|2|二)个?月"),
    PER_MONTH("(?<![\\d十第])一月(?=一)|每[个一]?月|按月|(?<![\\d个一二三四五六七八九十两])月(?=抽检|抽查|调度|排查|均)"),
    PER_QUARTER("(?<![\\d十第])一季度?(?=一)|每[个一]?季度?|按季度?"),
    PER_HALF_YEAR("每半年|半年(?=[^,、年]{1,6}[一二两三\\d]次)"),
    PER_TERM("(?<![\\d十第])一学期(?=一)|每[个一]?学期"),
    PER_YEAR("年均|逐年|(?<![\\d十第])一年(?=一[^度])|每[个一]?(?:学年|年度|年(?!级))");

    private final Pattern words;

    Recurrence(String words) {
        this.words = Pattern.compile(words);
    }

    record Found(Recurrence recurrence, int start, int end) {}

    static Optional<Found> in(CharSequence matched) {
        return in(matched, 0, matched.length());
    }

    /** The first period between two places; what follows the second place is seen, too. */
    private static Optional<Found> in(CharSequence matched, int from, int to) {
        return Stream.of(values())
                .map(r -> {
                    Matcher m = r.words.matcher(matched).region(from, to).useTransparentBounds(true);
                    return m.find() ? new Found(r, m.start(), m.end()) : null;
                })
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(Found::start));
    }

    /** The period that stands nearest before a place. */
    static Optional<Recurrence> before(String matched, int place) {
        Optional<Found> last = Optional.empty();
        for (Optional<Found> next = in(matched, 0, place);
                next.isPresent();
                next = in(matched, next.get().end(), place)) {
            last = next;
        }
        return last.map(Found::recurrence);
    }
}
