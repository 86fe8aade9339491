package org.dudao.task.evidencing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.dudao.task.evidencing.EvidenceRefused.Reason;
import org.jspecify.annotations.Nullable;

/** A PDF that opens without a password and runs nothing: no script, no program, when it is opened, turned or clicked. */
final class PdfFile {

    private static final Set<String> RUNS = Set.of("JavaScript", "Launch", "ImportData", "Rendition", "SubmitForm");

    /** An action may lead to a next one; a circle of them must end. */
    private static final int CHAIN = 20;

    private PdfFile() {}

    static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    }

    static void check(Path file) {
        try (PDDocument pdf = open(file)) {
            COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
            COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
            boolean runs = runs(catalog.getDictionaryObject(COSName.OPEN_ACTION), CHAIN)
                    || triggers(catalog)
                    || (names != null && names.containsKey(COSName.JAVA_SCRIPT));
            for (PDPage page : pdf.getPages()) {
                runs = runs || runsOn(page.getCOSObject());
            }
            if (runs) {
                throw new EvidenceRefused(Reason.ACTIVE_PDF);
            }
        } catch (InvalidPasswordException e) {
            throw new EvidenceRefused(Reason.ENCRYPTED);
        } catch (IOException e) {
            throw new EvidenceRefused(Reason.BROKEN);
        }
    }

    private static boolean runsOn(COSDictionary page) {
        if (triggers(page)) {
            return true;
        }
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && (runs(annotation.getDictionaryObject(COSName.A), CHAIN) || triggers(annotation))) {
                return true;
            }
        }
        return false;
    }

    private static boolean triggers(COSDictionary of) {
        COSDictionary actions = of.getCOSDictionary(COSName.AA);
        return actions != null
                && actions.keySet().stream().anyMatch(when -> runs(actions.getDictionaryObject(when), CHAIN));
    }

    private static boolean runs(@Nullable COSBase action, int chain) {
        if (chain == 0) {
            return true;
        }
        if (action instanceof COSArray several && several.size() > 0 && several.getObject(0) instanceof COSDictionary) {
            for (int i = 0; i < several.size(); i++) {
                if (runs(several.getObject(i), chain - 1)) {
                    return true;
                }
            }
        }
        return action instanceof COSDictionary one
                && (RUNS.contains(String.valueOf(one.getNameAsString(COSName.S)))
                        || one.containsKey(COSName.JS)
                        || runs(one.getDictionaryObject(COSName.NEXT), chain - 1));
    }
}
