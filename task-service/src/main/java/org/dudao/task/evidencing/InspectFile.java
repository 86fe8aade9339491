package org.dudao.task.evidencing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dudao.task.evidencing.EvidenceRefused.Reason;
import org.jboss.logging.Logger;

/** Looks at a file before anything keeps it. What is not known to be harmless is refused with its reason. */
@ApplicationScoped
class InspectFile {

    private static final Logger LOG = Logger.getLogger(InspectFile.class);

    private final EvidenceSettings settings;
    private final ScanForViruses viruses;
    private final MeterRegistry metrics;

    InspectFile(EvidenceSettings settings, ScanForViruses viruses, MeterRegistry metrics) {
        this.settings = settings;
        this.viruses = viruses;
        this.metrics = metrics;
    }

    Inspected inspect(Path file, String sentName) {
        try {
            return look(file, FileName.clean(sentName));
        } catch (EvidenceRefused e) {
            metrics.counter("evidence_refused_total", "reason", e.reason().name())
                    .increment();
            throw e;
        } catch (IOException e) {
            throw new StorageFault(e);
        }
    }

    private Inspected look(Path file, String name) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new EvidenceRefused(Reason.EMPTY);
        }
        if (size > settings.largest()) {
            throw new EvidenceRefused(Reason.TOO_LARGE);
        }
        FileType type = parsed(file, name);
        viruses.scan(file);
        boolean located = (type.isImage() || type == FileType.MP4) && Picture.tellsWhere(file);
        return new Inspected(name, type, size, sha256(file), located);
    }

    /** A reader that stumbles over what somebody made up says no more than that it is broken. */
    private FileType parsed(Path file, String name) throws IOException {
        try {
            FileType type = Sniff.of(file);
            if (!type.fits(name)) {
                throw new EvidenceRefused(Reason.EXTENSION_DIFFERS);
            }
            switch (type) {
                case PDF -> PdfFile.check(file);
                case JPEG, PNG -> Picture.check(file);
                case MP4 -> {
                    if (!settings.video()) {
                        throw new EvidenceRefused(Reason.VIDEO_OFF);
                    }
                }
                case DOCX, XLSX, PPTX, TXT, HEIC -> {
                    // looked through while it was told what they are
                }
            }
            return type;
        } catch (EvidenceRefused e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.infof("a file that no reader understands: %s", e);
            throw new EvidenceRefused(Reason.BROKEN);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
