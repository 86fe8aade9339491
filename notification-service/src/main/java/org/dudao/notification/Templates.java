package org.dudao.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Language;

/** The texts in force. A few dozen rows: read them once per use case, so that a new version needs no restart. */
@ApplicationScoped
public class Templates {

    /** What stands around the items of an e-mail. */
    public static final String MAIL = "mail";

    public static final String DIGEST = "digest";

    private static final Set<String> ENVELOPE = Set.of("name", "subject", "count", "items");

    private final DataSource database;

    public Templates(DataSource database) {
        this.database = database;
    }

    private record Key(String kind, String channel) {}

    /** The texts of one language at one moment. */
    public static final class Texts {
        private final Map<Key, Template> byKey;

        private Texts(Map<Key, Template> byKey) {
            this.byKey = byKey;
        }

        public Template inApp(MessageKind kind) {
            return require(new Key(kind.word(), "in_app"));
        }

        /** The kind's text for e-mail, or the one for the inbox where there is none. */
        public Template email(MessageKind kind) {
            Template own = byKey.get(new Key(kind.word(), "email"));
            return own == null ? inApp(kind) : own;
        }

        public Template envelope(String kind) {
            return require(new Key(kind, "email"));
        }

        private Template require(Key key) {
            Template template = byKey.get(key);
            if (template == null) {
                throw new IllegalStateException("no template for " + key);
            }
            return template;
        }
    }

    /** @throws Template.UnknownPlaceholder when a text in force could not be filled */
    public Texts in(Language language) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT DISTINCT ON (kind, channel) kind, channel, version, title, body FROM template
                         WHERE language = ? ORDER BY kind, channel, version DESC
                        """)) {
            select.setString(1, language.code());
            Map<Key, Template> byKey = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    String kind = r.getString(1);
                    Template template = new Template(r.getInt(3), r.getString(4), r.getString(5));
                    byKey.put(new Key(kind, r.getString(2)), template.checked(known(kind)));
                }
            }
            return new Texts(byKey);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Set<String> known(String kind) {
        return kind.equals(MAIL) || kind.equals(DIGEST)
                ? ENVELOPE
                : MessageKind.of(kind).facts();
    }
}
