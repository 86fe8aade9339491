package org.dudao.plan.reading.targets;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dudao.plan.reading.wording.Wording;

/** Words that promise without saying how much or by when: 适时, 进一步, 不断提升. */
public final class VagueWords {

    private static final Pattern VAGUE = Pattern.compile(
            "适时|进一步|不断(?:提升|提高|完善|加强|优化|扩大|深化|增强|改善|巩固|健全)|逐步(?!建|达)|稳步|有序|大力|着力|力所能及|积极(?:推进|开展|探索|稳妥|争取|配合|参与|营造)|"
                    + "切实(?:加强|提高|提升|做好|抓好|增强)|有效(?:提升|提高|缓解|改善)|明显(?:提升|提高|改善|增强|下降)|显著(?:提升|提高|改善|增强)|持续(?:提升|提高|加强|推进|深化|优化|改善|巩固|发力)|"
                    + "尽快|尽早|条件成熟时|必要时|酌情|原则上|视情|一批|若干|部分学校");

    private VagueWords() {}

    /** @param words as written */
    public record Found(int start, int end, String words) {}

    public static List<Found> in(String text) {
        return VAGUE.matcher(Wording.matched(text))
                .results()
                .map((MatchResult m) -> new Found(m.start(), m.end(), text.substring(m.start(), m.end())))
                .toList();
    }
}
