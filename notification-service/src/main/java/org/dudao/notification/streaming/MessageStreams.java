package org.dudao.notification.streaming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dudao.notification.Message;
import org.dudao.notification.MessageViews;
import org.dudao.notification.Messages;
import org.dudao.outbox.Faults;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The open streams of this replica and the one thread that serves them. A notice from the database only wakes it; what is
 * told is always read by position, so a lost notice, a restart or a slow client costs time and never a message.
 */
@ApplicationScoped
class MessageStreams {

    private static final Logger LOG = Logger.getLogger(MessageStreams.class);
    private static final int BATCH = 100;
    private static final int IDLE_MS = 1_000;
    /** While a client is slower than what waits for it. */
    private static final int CATCHING_UP_MS = 20;

    private static final long LOOK_UNASKED_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

    private final AgroalDataSource database;
    private final Messages messages;
    private final MessageViews views;
    private final ObjectMapper json;
    private final Set<Listening> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private final Thread thread = Thread.ofPlatform().name("streams").daemon().unstarted(this::serveUntilStopped);

    MessageStreams(
            AgroalDataSource database,
            Messages messages,
            MessageViews views,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.database = database;
        this.messages = messages;
        this.views = views;
        this.json = json;
        metrics.gaugeCollectionSize("streams_open", List.of(), open);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
        open.forEach(listening -> listening.ear().end());
    }

    /** Serves it from now on; the first pass tells the count of unread messages. */
    void open(Listening listening) {
        open.add(listening);
        wake();
    }

    void close(Listening listening) {
        open.remove(listening);
    }

    /** Through the database, as everybody else's: the serving thread sleeps on its connection. */
    private void wake() {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute("SELECT pg_notify('message', '')");
        } catch (SQLException e) {
            LOG.debugf("the stream starts with the next look: %s", e.getMessage());
        }
    }

    private void serveUntilStopped() {
        long pause = 100;
        while (running) {
            try (Connection c = database.getConnection();
                    Statement statement = c.createStatement()) {
                statement.execute("LISTEN message");
                try {
                    PGConnection notices = c.unwrap(PGConnection.class);
                    long looked = System.nanoTime() - LOOK_UNASKED_NANOS;
                    boolean behind = true;
                    while (running) {
                        var woken = notices.getNotifications(behind ? CATCHING_UP_MS : IDLE_MS);
                        long now = System.nanoTime();
                        if (behind || (woken != null && woken.length > 0) || now - looked >= LOOK_UNASKED_NANOS) {
                            behind = tellEverybody();
                            looked = now;
                        }
                        beat(now);
                        pause = 100;
                    }
                } finally {
                    quietlyUnlisten(statement);
                }
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warnf("streams pause for %d ms: %s", pause, Faults.reason(e));
                    pause = sleepThenDouble(pause);
                }
            }
        }
    }

    /**
     * Two statements find out what everybody lacks, however many listen; only who has news costs one more.
     *
     * @return whether somebody has more waiting
     */
    private boolean tellEverybody() {
        List<Listening> ready =
                open.stream().filter(listening -> listening.ear().ready()).toList();
        boolean behind = ready.size() < open.size();
        if (ready.isEmpty()) {
            return behind;
        }
        return QuarkusTransaction.requiringNew().call(() -> tell(ready)) || behind;
    }

    private boolean tell(List<Listening> ready) {
        String[] usernames = ready.stream().map(Listening::username).toArray(String[]::new);
        Set<String> withNews = messages.withNews(
                usernames, ready.stream().map(Listening::position).toArray(Long[]::new));
        boolean behind = false;
        for (Listening listening : ready) {
            if (withNews.contains(listening.username())) {
                List<Message> news = messages.toldAfter(listening.position(), listening.username(), BATCH);
                views.of(news, listening.language()).forEach(view -> listening.told(view.seq(), write(view)));
                behind |= news.size() == BATCH;
            }
        }
        Map<String, Long> unread = messages.unreadOf(usernames);
        for (Listening listening : ready) {
            long count = unread.getOrDefault(listening.username(), 0L);
            listening.unread(count, write(Map.of("unread", count)));
        }
        return behind;
    }

    private void beat(long now) {
        for (Listening listening : open) {
            if (listening.silentFor(now) >= HEARTBEAT_NANOS) {
                listening.beat(now);
            }
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that is no JSON", e);
        }
    }

    private static void quietlyUnlisten(Statement statement) {
        try {
            statement.execute("UNLISTEN *");
        } catch (SQLException e) {
            LOG.debugf("connection lost: %s", e.getMessage());
        }
    }

    private static long sleepThenDouble(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(pause * 2, 5_000);
    }
}
