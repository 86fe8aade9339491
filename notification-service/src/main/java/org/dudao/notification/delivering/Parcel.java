package org.dudao.notification.delivering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.notification.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one person in one mail.
 *
 * @param id stays the same when it is tried again
 * @param attempt from 1
 * @param address personal data
 * @param active false when the recipient has left
 */
record Parcel(UUID id, int attempt, String name, @Nullable String address, boolean active, List<Item> items) {

    /** One message in it. */
    record Item(
            MessageKind kind,
            String subjectType,
            UUID subjectId,
            boolean urgent,
            @Nullable String link,
            Map<String, String> facts) {}
}
