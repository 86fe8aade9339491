package org.dudao.notification.streaming;

import java.util.Locale;
import org.dudao.startup.Language;

/** One open stream: whose, and how far it has been told. Only the serving thread moves it. */
final class Listening {

    /** Where the words go. */
    interface Ear {
        boolean ready();

        void message(long seq, String json);

        void unread(String json);

        void beat();

        void end();
    }

    private final String username;
    private final Language language;
    private final Ear ear;
    private long position;
    private long unread = -1;
    private long lastWordNanos = System.nanoTime();

    Listening(String username, Language language, long position, Ear ear) {
        this.username = username.toLowerCase(Locale.ROOT);
        this.language = language;
        this.position = position;
        this.ear = ear;
    }

    String username() {
        return username;
    }

    Language language() {
        return language;
    }

    long position() {
        return position;
    }

    Ear ear() {
        return ear;
    }

    void told(long seq, String json) {
        ear.message(seq, json);
        position = seq;
        lastWordNanos = System.nanoTime();
    }

    /** Says the count when it is another than the last one said. */
    void unread(long count, String json) {
        if (count != unread) {
            ear.unread(json);
            unread = count;
            lastWordNanos = System.nanoTime();
        }
    }

    long silentFor(long now) {
        return now - lastWordNanos;
    }

    void beat(long now) {
        ear.beat();
        lastWordNanos = now;
    }
}
