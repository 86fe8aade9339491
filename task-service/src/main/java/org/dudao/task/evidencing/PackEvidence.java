package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dudao.task.EvidenceFile;

/** The evidence package of a task: an index that any spreadsheet opens, and the files by number. Streamed, never held. */
@ApplicationScoped
class PackEvidence {

    private static final String INDEX = "序号,文件,大小（字节）,SHA-256,单位,上传人,上传时间,沿用自其他任务,被进展引用,说明\r\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Contents contents;
    private final Clock clock;

    PackEvidence(Contents contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    /** What goes in is decided now; {@code whole} says which originals the caller may have. */
    StreamingOutput pack(List<EvidenceFile> files, Predicate<EvidenceFile> whole) {
        List<EvidenceFile> all = List.copyOf(files);
        List<Boolean> in = all.stream().map(whole::test).toList();
        return out -> write(out, all, in);
    }

    private void write(OutputStream out, List<EvidenceFile> files, List<Boolean> in) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            // Photos and documents are packed already.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("目录.csv"));
            zip.write(index(files, in).getBytes(UTF_8));
            zip.closeEntry();
            for (int i = 0; i < files.size(); i++) {
                if (in.get(i)) {
                    zip.putNextEntry(new ZipEntry(numbered(i, files.get(i))));
                    try (InputStream bytes =
                            contents.open(files.get(i).sha256(), 0, files.get(i).size())) {
                        bytes.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    /** The mark in front lets spreadsheets know that it is UTF-8. */
    private String index(List<EvidenceFile> files, List<Boolean> in) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            EvidenceFile f = files.get(i);
            lines.add(Stream.of(
                            String.valueOf(i + 1),
                            numbered(i, f),
                            String.valueOf(f.size()),
                            f.sha256(),
                            f.unitName(),
                            f.by(),
                            TIME.withZone(clock.getZone()).format(f.at()),
                            f.reusedFrom() == null ? "否" : "是",
                            String.valueOf(f.reportIds().size()),
                            in.get(i) ? "" : "照片原件含拍摄位置，未附")
                    .map(PackEvidence::cell)
                    .collect(Collectors.joining(",")));
        }
        return "\ufeff" + INDEX + String.join("\r\n", lines) + "\r\n";
    }

    private static String numbered(int i, EvidenceFile f) {
        return String.format("%03d_%s", i + 1, f.name());
    }

    /** Quoted; what a spreadsheet would take for a formula is made text. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
