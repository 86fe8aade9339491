package org.dudao.task.organising;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** One audit row per changed unit or person, written as one batch. */
@ApplicationScoped
class OrganisationAudit {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Caller caller;
    private final Clock clock;
    private final DataSource database;
    private final ObjectMapper json;

    OrganisationAudit(Caller caller, Clock clock, DataSource database, ObjectMapper json) {
        this.caller = caller;
        this.clock = clock;
        this.database = database;
        this.json = json;
    }

    /**
     * After the rows are there: at the first import the caller's own unit is among them. Only what differs is kept, and
     * no phone number or address.
     */
    void changed(
            String subject,
            List<String> ids,
            Function<String, @Nullable Object> before,
            Function<String, @Nullable Object> after) {
        record("changed", subject, ids, before, after);
    }

    void record(
            String act,
            String subject,
            List<String> ids,
            Function<String, @Nullable Object> before,
            Function<String, @Nullable Object> after) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, before, after)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)) {
            String unitPath = unitPathOrNone();
            for (String id : ids) {
                Map<String, Object> was = facts(before.apply(id));
                Map<String, Object> is = facts(after.apply(id));
                insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
                insert.setString(2, caller.username());
                insert.setString(3, unitPath);
                insert.setString(4, caller.source());
                insert.setString(5, was.isEmpty() && act.equals("changed") ? "created" : act);
                insert.setString(6, subject);
                insert.setString(7, id);
                insert.setString(8, was.isEmpty() ? null : json.writeValueAsString(difference(was, is)));
                insert.setString(9, json.writeValueAsString(difference(is, was)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of facts is writable", e);
        }
    }

    private Map<String, Object> facts(@Nullable Object thing) {
        if (thing == null) {
            return Map.of();
        }
        Map<String, Object> facts = new TreeMap<>(json.convertValue(thing, FACTS));
        if (facts.remove("profile") instanceof Map<?, ?> profile) {
            profile.forEach((key, value) -> facts.put(String.valueOf(key), value));
        }
        facts.keySet().removeAll(Set.of("id", "version", "phone", "email"));
        facts.values().removeIf(v -> v == null || v.equals(List.of()));
        return facts;
    }

    private static Map<String, Object> difference(Map<String, Object> these, Map<String, Object> those) {
        Map<String, Object> different = new TreeMap<>(these);
        different.entrySet().removeIf(e -> e.getValue().equals(those.get(e.getKey())));
        return different;
    }

    private @Nullable String unitPathOrNone() {
        try {
            return caller.unitPath();
        } catch (Problem noKnownUnit) {
            return null;
        }
    }
}
