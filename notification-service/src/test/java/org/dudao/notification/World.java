package org.dudao.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Duty;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.outbox.EventCodec;
import org.dudao.outbox.Outbox;

/** The county that the tests play in, and the hands that move its clock, say its events and count its rows. */
final class World implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    static final UnitRef OFFICE = new UnitRef("o-basic", "基础教育科", "/yunxi/o-basic/");
    static final UnitRef TOWN = new UnitRef("t-01", "城关镇中心校", "/yunxi/t-01/");

    private final KafkaProducer<String, byte[]> kafka = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Path clock = Path.of(System.getProperty(MovedClockAndMailServer.CLOCK));

    static UnitRef school(int i) {
        String id = "s-%03d".formatted(i);
        return new UnitRef(id, "第" + i + "小学", "/yunxi/t-01/" + id + "/");
    }

    /** Bureau, office, township and schools, each school with a head and a clerk. */
    void settle(int schools) {
        List<Event> all = new ArrayList<>();
        all.add(unit(BUREAU, null, UnitKind.BUREAU));
        all.add(unit(OFFICE, "yunxi", UnitKind.SECTION));
        all.add(unit(TOWN, "yunxi", UnitKind.TOWNSHIP));
        all.add(person("leader", "yunxi", "leader", Duty.LEADER));
        all.add(person("supervisor", "yunxi", "supervisor", Duty.SUPERVISOR));
        all.add(person("admin", "yunxi", "admin", Duty.ADMIN));
        all.add(person("office", "o-basic", "office", Duty.HEAD));
        all.add(person("town", "t-01", "town", Duty.HEAD));
        for (int i = 1; i <= schools; i++) {
            String id = school(i).id();
            all.add(unit(school(i), "t-01", UnitKind.SCHOOL));
            all.add(person(id + "-head", id, id + "-head", Duty.HEAD));
            all.add(person(id + "-staff", id, id + "-staff", Duty.STAFF));
        }
        say(all);
    }

    static UnitChanged unit(UnitRef unit, String parent, UnitKind kind) {
        return new UnitChanged(unit.id(), 1, parent, unit.path(), unit.name(), kind, true);
    }

    static PersonChanged person(String id, String unit, String username, Duty duty) {
        return person(id, 1, unit, username, username + "@school.example", duty);
    }

    static PersonChanged person(String id, long version, String unit, String username, String email, Duty duty) {
        return new PersonChanged(id, version, unit, username, "某" + id, email, null, duty, true);
    }

    static AlertFacts alert(UnitRef unit, String title) {
        return new AlertFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                title,
                BUREAU,
                unit,
                List.of(),
                LocalDate.of(2026, 3, 10),
                0);
    }

    static TaskFacts task(UnitRef unit, UnitRef supporting, String title) {
        return new TaskFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                title,
                BUREAU,
                unit,
                supporting == null ? List.of() : List.of(supporting),
                LocalDate.of(2026, 12, 31));
    }

    static AlertRaised raised(AlertFacts alert, Rung rung, Audience... audience) {
        return new AlertRaised(alert, 1, rung, List.of(audience));
    }

    UUID say(Event event) {
        UUID id = Outbox.newId();
        say(id, event);
        return id;
    }

    void say(UUID id, Event event) {
        await(send(id, event));
    }

    void say(List<? extends Event> events) {
        List<Future<?>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(send(Outbox.newId(), event)));
        sent.forEach(World::await);
    }

    private Future<?> send(UUID id, Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                EventTypes.topicOf(event),
                event.subject(),
                EventCodec.write(event).getBytes(UTF_8));
        record.headers()
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", EventTypes.typeOf(event.getClass()).getBytes(UTF_8))
                .add("ce_time", "2026-03-11T02:00:00Z".getBytes(UTF_8));
        return kafka.send(record);
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void clockTo(LocalDateTime local) {
        Instant now = Clock.systemUTC().instant();
        write(Duration.between(now, local.atZone(ZONE).toInstant()));
    }

    void clockOn(Duration by) {
        try {
            write(Duration.parse(Files.readString(clock).strip()).plus(by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one go: a file that is empty for a moment would be no offset at all. */
    private void write(Duration offset) {
        try {
            Path fresh = Files.writeString(clock.resolveSibling(clock.getFileName() + ".new"), offset.toString());
            Files.move(fresh, clock, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String fromAndWhere) {
        return Long.parseLong(value("SELECT count(*) FROM " + fromAndWhere));
    }

    String value(String select) {
        try (Connection c = connection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(select)) {
            return r.next() ? r.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String statement) {
        try (Connection c = connection();
                Statement s = c.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(RealInfrastructure.jdbcUrl("notification"), "notification", "test");
    }

    @Override
    public void close() {
        kafka.close();
    }
}
