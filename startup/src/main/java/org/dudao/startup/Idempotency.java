package org.dudao.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** Makes a creating POST safe to repeat: the key is claimed in the transaction that creates. */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    private final DataSource database;

    public Idempotency(DataSource database) {
        this.database = database;
    }

    /**
     * Runs {@code create} once per caller and key, in the caller's transaction. A repeat waits for the first to commit
     * and gets the id of what it created.
     *
     * @param key the Idempotency-Key header; without one there is no protection
     * @param asked what was asked; the same key with something else is refused with 422
     */
    public UUID once(Caller caller, @Nullable String key, byte[] asked, Supplier<UUID> create) {
        if (key == null) {
            return create.get();
        }
        checkKey(key);
        String fingerprint = sha256(asked);
        try (Connection c = database.getConnection()) {
            if (claim(c, caller.username(), key, fingerprint)) {
                UUID created = create.get();
                remember(c, caller.username(), key, created);
                return created;
            }
            return former(c, caller.username(), key, fingerprint);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** @throws Problem 422 when there is one that is too long or blank */
    public static void checkKey(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.invalid(
                    "Idempotency-Key", "Idempotency-Key 应为 1 到 200 个字符。", "Idempotency-Key takes 1 to 200 characters.");
        }
    }

    /** What was asked under a key, and what it created. */
    public record Former(String fingerprint, UUID result) {

        /** What it created. @throws Problem 422 when something else was asked */
        public UUID sameAs(String asked) {
            if (!fingerprint.equals(asked)) {
                throw reused();
            }
            return result;
        }
    }

    public static String fingerprint(Object... asked) {
        return sha256(asked(asked));
    }

    /** For many keys at once; the caller holds what they create, so that nobody else claims them meanwhile. */
    public Map<String, Former> formers(Caller caller, Collection<String> keys) {
        Map<String, Former> formers = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT key, fingerprint, result FROM idempotency WHERE caller = ? AND key = ANY (?)")) {
            select.setString(1, caller.username());
            select.setArray(2, c.createArrayOf("text", keys.toArray()));
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    formers.put(r.getString(1), new Former(r.getString(2), r.getObject(3, UUID.class)));
                }
            }
            return formers;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public void remember(Caller caller, Map<String, Former> created) {
        if (created.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO idempotency (caller, key, fingerprint, result) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, Former> former : created.entrySet()) {
                insert.setString(1, caller.username());
                insert.setString(2, former.getKey());
                insert.setString(3, former.getValue().fingerprint());
                insert.setObject(4, former.getValue().result());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static boolean claim(Connection c, String caller, String key, String fingerprint) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO idempotency (caller, key, fingerprint) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, fingerprint);
            return insert.executeUpdate() == 1;
        }
    }

    private static void remember(Connection c, String caller, String key, UUID created) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement("UPDATE idempotency SET result = ? WHERE caller = ? AND key = ?")) {
            update.setObject(1, created);
            update.setString(2, caller);
            update.setString(3, key);
            update.executeUpdate();
        }
    }

    private static UUID former(Connection c, String caller, String key, String fingerprint) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("SELECT fingerprint, result FROM idempotency WHERE caller = ? AND key = ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString(1).equals(fingerprint)) {
                    throw reused();
                }
                return row.getObject(2, UUID.class);
            }
        }
    }

    private static Problem reused() {
        return new Problem(
                422,
                "idempotency-key-reused",
                "这个 Idempotency-Key 已用于另一个请求，请换一个新的。",
                "This Idempotency-Key belongs to another request; use a new one.");
    }

    private static String sha256(byte[] asked) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The bytes of what was asked, from its parts. */
    public static byte[] asked(Object... parts) {
        return Arrays.deepToString(parts).getBytes(UTF_8);
    }
}
