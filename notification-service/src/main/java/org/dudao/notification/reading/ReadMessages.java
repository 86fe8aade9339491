package org.dudao.notification.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.dudao.notification.Messages;

/** Remembers when a recipient saw a message; the first time counts. */
@ApplicationScoped
public class ReadMessages {

    private final Messages messages;
    private final Clock clock;

    ReadMessages(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    public void one(UUID id, String username) {
        messages.markRead(id, username, clock.instant());
    }

    @Transactional
    public void all(String username) {
        messages.markAllRead(username, clock.instant());
    }
}
