package org.dudao.plan.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.outbox.EventCodec;

/** The units that the tests of this service's line know, as task-service tells of them. */
public final class Bureaus {

    private static final List<UnitChanged> UNITS = List.of(
            new UnitChanged("yunxi", 1, null, "/yunxi/", "云溪县教育局", UnitKind.BUREAU, true),
            new UnitChanged("o-basic", 1, "yunxi", "/yunxi/o-basic/", "基础教育科", UnitKind.SECTION, true),
            new UnitChanged("s-001", 1, "yunxi", "/yunxi/t-01/s-001/", "云溪县实验小学", UnitKind.SCHOOL, true),
            new UnitChanged("qingshi", 1, null, "/qingshi/", "青石县教育局", UnitKind.BUREAU, true));

    private Bureaus() {}

    public static void areKnown() {
        if (known() == UNITS.size()) {
            return;
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (UnitChanged unit : UNITS) {
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        EventTypes.topicOf(unit),
                        unit.unitId(),
                        EventCodec.write(unit).getBytes(StandardCharsets.UTF_8));
                record.headers()
                        .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                        .add("ce_type", EventTypes.typeOf(UnitChanged.class).getBytes(StandardCharsets.UTF_8))
                        .add("ce_time", "2026-01-15T01:00:00Z".getBytes(StandardCharsets.UTF_8));
                producer.send(record);
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> known() == UNITS.size());
    }

    private static long known() {
        try (Connection c = DriverManager.getConnection(RealInfrastructure.jdbcUrl("plan"), "plan", "test");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*) FROM unit")) {
            r.next();
            return r.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
