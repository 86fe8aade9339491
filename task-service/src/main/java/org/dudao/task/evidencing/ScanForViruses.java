package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dudao.startup.Problem;
import org.dudao.task.evidencing.EvidenceRefused.Reason;
import org.jboss.logging.Logger;

/**
 * Asks clamd, where one is configured, by its INSTREAM command: pieces with their length in front, a length of zero at
 * the end, one answer. Where it is configured and does not say OK, nothing is taken.
 */
@ApplicationScoped
class ScanForViruses {

    private static final Logger LOG = Logger.getLogger(ScanForViruses.class);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final EvidenceSettings.Clamd clamd;

    ScanForViruses(EvidenceSettings settings) {
        clamd = settings.clamd();
    }

    /** @throws Problem 422 when a virus was found, 503 when clamd could not tell */
    void scan(Path file) {
        if (clamd.host().isEmpty()) {
            return;
        }
        String answer;
        try {
            answer = ask(clamd.host().get(), file);
        } catch (IOException e) {
            throw unknown(e.toString());
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warnf("refused: %s", answer);
            throw new EvidenceRefused(Reason.VIRUS);
        }
        if (!answer.equals("stream: OK")) {
            throw unknown(answer);
        }
    }

    private String ask(String host, Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream bytes = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, clamd.port()), clamd.timeoutMs());
            socket.setSoTimeout(clamd.timeoutMs());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int n; (n = bytes.read(piece)) > 0; ) {
                out.writeInt(n);
                out.write(piece, 0, n);
            }
            out.writeInt(0);
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), US_ASCII);
            return answer.replace("\0", "").strip();
        }
    }

    private static Problem unknown(String why) {
        LOG.errorf("clamd could not tell: %s", why);
        return new Problem(
                503,
                "evidence-not-scanned",
                "病毒检查暂时不可用，文件没有保存。请稍后重试；如仍不行，请联系系统管理员。",
                "The virus check does not answer, so nothing was saved. Try again later, or tell the administrator.");
    }
}
