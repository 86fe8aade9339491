package org.dudao.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.task.Term.Season;

/** Turns words that hang on the school year, such as 秋季开学前, into the last day that they allow. */
public final class TermWords {

    private static final String NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    private static final Pattern WEEK = Pattern.compile("(秋季|春季|上|下)(?:学期)?第" + NUMBER + "周(?:前|之前|内)?");
    private static final String DIGITS = "一二三四五六七八九";

    private TermWords() {}

    /** @param season the term it hangs on; @param day the last day that the words allow */
    private record Meaning(Pattern words, Season season, Function<Term, LocalDate> day) {}

    private static final List<Meaning> MEANINGS = List.of(
            meaning(
                    "秋季(?:学期)?开学(?:之)?前|暑(?:假|期)(?:期间|结束前|内|末)?|(?:新|下)?学年开学前",
                    Season.AUTUMN,
                    t -> t.startsOn().minusDays(1)),
            meaning(
                    "春季(?:学期)?开学(?:之)?前|寒假(?:期间|结束前|内|末)?",
                    Season.SPRING,
                    t -> t.startsOn().minusDays(1)),
            meaning("秋季(?:学期)?开学(?:时|当天)?", Season.AUTUMN, Term::startsOn),
            meaning("春季(?:学期)?开学(?:时|当天)?", Season.SPRING, Term::startsOn),
            meaning("(?:秋季学期|上学期)(?:末|期末|结束前|内)|寒假前", Season.AUTUMN, Term::endsOn),
            meaning("(?:春季学期|下学期)(?:末|期末|结束前|内)|暑(?:假|期)前|(?:本)?学年(?:末|结束前|底前)", Season.SPRING, Term::endsOn));

    private static Meaning meaning(String words, Season season, Function<Term, LocalDate> day) {
        return new Meaning(Pattern.compile(words), season, day);
    }

    /** What came out, or which term would have to be known. */
    public sealed interface Answer {
        /** @param day the last day that the words allow */
        record Day(LocalDate day, Term term) implements Answer {}

        record TermUnknown(int year, Season season) implements Answer {}

        record NotUnderstood() implements Answer {}
    }

    /** @param year calendar year that the words are said in */
    public static Answer resolve(String words, int year, List<Term> terms) {
        String said = words.strip();
        for (Meaning meaning : MEANINGS) {
            if (meaning.words().matcher(said).matches()) {
                // 寒假前 is said in the year in which the winter holiday begins, which is that of the term's end.
                return said.equals("寒假前") ? endingIn(year, terms) : day(year, meaning.season(), terms, meaning.day());
            }
        }
        Matcher week = WEEK.matcher(said);
        if (week.matches()) {
            Season season = week.group(1).matches("秋季|上") ? Season.AUTUMN : Season.SPRING;
            int number = number(week.group(2));
            Optional<Term> term = find(year, season, terms);
            return term.isPresent() && (number < 1 || number > term.get().weeks())
                    ? new Answer.NotUnderstood()
                    : day(year, season, terms, t -> t.endOfWeek(number));
        }
        return new Answer.NotUnderstood();
    }

    private static Answer endingIn(int year, List<Term> terms) {
        return terms.stream()
                .filter(t -> t.season() == Season.AUTUMN && t.endsOn().getYear() == year)
                .findFirst()
                .<Answer>map(t -> new Answer.Day(t.endsOn(), t))
                .orElseGet(() -> new Answer.TermUnknown(year - 1, Season.AUTUMN));
    }

    private static Answer day(int year, Season season, List<Term> terms, Function<Term, LocalDate> day) {
        return find(year, season, terms)
                .<Answer>map(t -> new Answer.Day(day.apply(t), t))
                .orElseGet(() -> new Answer.TermUnknown(year, season));
    }

    private static Optional<Term> find(int year, Season season, List<Term> terms) {
        return terms.stream()
                .filter(t -> t.year() == year && t.season() == season)
                .findFirst();
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(text.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0)) + 1;
        int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1)) + 1;
        return tens * 10 + ones;
    }
}
