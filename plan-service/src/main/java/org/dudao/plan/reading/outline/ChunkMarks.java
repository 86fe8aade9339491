package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.wording.Sentences;

/** Preview sites cut a text into numbered pieces: 2、 3、 4、 … run through the document and stand in the middle of its sentences. */
final class ChunkMarks {

    private static final Pattern MARK = Pattern.compile("(\\d{1,3})、 ?");
    private static final int LONGEST_HEADING = 40;

    private ChunkMarks() {}

    static List<Paragraph> removed(List<Paragraph> paragraphs) {
        Set<Integer> marks = new HashSet<>(marks(paragraphs));
        if (marks.isEmpty()) {
            return paragraphs;
        }
        List<Paragraph> whole = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (!marks.contains(i)) {
                whole.add(paragraph);
                continue;
            }
            String text = MARK.matcher(paragraph.text()).replaceFirst("");
            if (!whole.isEmpty() && !whole.getLast().text().isEmpty() && number(paragraph) > 1) {
                Paragraph before = whole.removeLast();
                boolean cut = Sentences.isCutOff(before.text(), LONGEST_HEADING);
                whole.add(cut ? before.with(before.text() + text) : before);
                if (!cut) {
                    whole.add(paragraph.with(text));
                }
            } else {
                whole.add(paragraph.with(text));
            }
        }
        return whole;
    }

    /** The paragraphs that begin with the next number of one run through the whole text, if most of them continue a sentence. */
    private static List<Integer> marks(List<Paragraph> paragraphs) {
        List<Integer> marks = new ArrayList<>();
        int interrupting = 0;
        int expected = 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            int number = number(paragraphs.get(i));
            boolean interrupts =
                    i > 0 && Sentences.isCutOff(paragraphs.get(i - 1).text(), LONGEST_HEADING);
            if (number == expected
                    || (expected == 1 && number == 2 && interrupts)
                    || (interrupts && number > expected)) {
                boolean first = number == 1;
                if (first && i > 0 && paragraphs.get(i).text().length() < LONGEST_HEADING) {
                    continue;
                }
                marks.add(i);
                interrupting += interrupts ? 1 : 0;
                expected = number + 1;
            }
        }
        int counted = marks.size() - (marks.isEmpty() || number(paragraphs.get(marks.getFirst())) > 1 ? 0 : 1);
        return interrupting >= 1
                        && interrupting * 2 >= counted
                        && (interrupting >= 2 || counted == 1 && marks.size() == 2)
                ? marks
                : List.of();
    }

    private static int number(Paragraph paragraph) {
        Matcher m = MARK.matcher(paragraph.text());
        return m.lookingAt() ? Integer.parseInt(m.group(1)) : -1;
    }
}
