package org.dudao.plan.reading.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;

/** .txt and .md: finds the encoding by trying each and asking which gives the most ordinary Chinese. */
final class PlainText {

    /** The most frequent characters of such plans in both scripts; a wrong encoding yields hardly any of them. */
    private static final String ORDINARY =
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞個爲為國學發動時來會對進過們說產種後設實開與關這條從體點業應還問無將結題員門長導權證義總達辦質於優縣項聯體園黨";

    private PlainText() {}

    static List<String> of(byte[] bytes) {
        String text = decode(bytes).filter(PlainText::isText).orElseThrow(() -> new UnreadableDocument(Reason.FOREIGN));
        return LineBreaks.mended(text.lines().toList());
    }

    private static Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(leniently(StandardCharsets.UTF_8, bytes).substring(1));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(leniently(StandardCharsets.UTF_16, bytes));
        }
        return strictly(StandardCharsets.UTF_8, bytes)
                .filter(s -> s.indexOf('\0') < 0)
                .or(() -> Stream.of(
                                StandardCharsets.UTF_8,
                                Charset.forName("GB18030"),
                                Charset.forName("Big5"),
                                StandardCharsets.UTF_16LE,
                                StandardCharsets.UTF_16BE)
                        .map(charset -> leniently(charset, bytes))
                        .filter(PlainText::isHardlyDamaged)
                        .max(Comparator.comparingDouble(PlainText::ordinariness))
                        .filter(PlainText::isChinese));
    }

    /** A file cut off in the middle of a character, or with a few bytes spoilt, is still read. */
    private static String leniently(Charset charset, byte[] bytes) {
        return new String(bytes, charset);
    }

    private static boolean isHardlyDamaged(String s) {
        return s.chars().filter(c -> c == '\ufffd').count() * 200 <= s.length() + 200;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static double ordinariness(String s) {
        return s.isEmpty()
                ? 0
                : (double) s.chars().filter(c -> ORDINARY.indexOf(c) >= 0).count() / s.length();
    }

    /** Binary rubbish decodes as something, too: it gives itself away by control characters, and as an older encoding by holding no Chinese. */
    private static boolean isText(String s) {
        long controls = s.chars()
                .filter(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return controls * 1000 <= s.length();
    }

    private static boolean isChinese(String s) {
        long han = s.chars().filter(c -> c >= 0x3400 && c <= 0x9FFF).count();
        return s.isBlank() || (han * 4 >= s.strip().length() && ordinariness(s) > 0.1);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
