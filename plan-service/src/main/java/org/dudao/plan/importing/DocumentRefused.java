package org.dudao.plan.importing;

import java.util.Locale;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.startup.Problem;

/** The document can't be read as a plan; nothing of it is kept. The type ends in the reason. */
final class DocumentRefused extends Problem {

    DocumentRefused(UnreadableDocument.Reason reason) {
        super(
                reason == UnreadableDocument.Reason.TOO_LARGE ? 413 : 422,
                "document-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reason.zh(),
                reason.en());
    }
}
