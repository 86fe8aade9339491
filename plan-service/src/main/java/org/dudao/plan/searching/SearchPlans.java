package org.dudao.plan.searching;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.plan.PlanScope;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;

/** Full text by characters and their pairs: the index finds candidates, the text itself decides. */
@ApplicationScoped
public class SearchPlans {

    /** The scope is the one of the list of plans. Every word must be there; the newest year first, titles before text. */
    private static final String FOUND = """
            WITH seen AS (
                SELECT * FROM plan p
                 WHERE (? LIKE p.bureau_path || '%' OR p.bureau_path LIKE ? || '%') AND (p.phase <> 'DRAFT' OR ?)),
            asked AS (
                SELECT words, (SELECT array_agg(g) FROM unnest(words) w, unnest(grams(w)) g) AS sought
                  FROM (SELECT ?::text[] AS words) said),
            found AS (
                SELECT p.id, 'PLAN' AS kind, p.id AS plan_id, NULL AS measure, p.title AS text, 1 AS rank, 0 AS place
                  FROM seen p, asked WHERE p.grams @> sought
                   AND (SELECT bool_and(position(w IN lower(p.title)) > 0) FROM unnest(words) w)
                UNION ALL
                SELECT t.id, 'TARGET', t.plan_id, m.number || m.title, t.quote, 2, t.place
                  FROM target t JOIN measure m ON m.id = t.measure_id, asked
                 WHERE t.plan_id IN (SELECT id FROM seen) AND t.review NOT IN ('REJECTED', 'REPLACED')
                   AND t.grams @> sought
                   AND (SELECT bool_and(position(w IN lower(t.quote || t.indicator)) > 0) FROM unnest(words) w)
                UNION ALL
                SELECT m.id, 'MEASURE', m.plan_id, m.number || m.title, around, 3, m.place
                  FROM measure m, asked,
                       LATERAL (SELECT substr(m.body, greatest(1, position(words[1] IN lower(m.body)) - 30), 120) AS around) a
                 WHERE m.plan_id IN (SELECT id FROM seen)
                   AND m.grams @> sought
                   AND (SELECT bool_and(position(w IN lower(m.title || m.body)) > 0) FROM unnest(words) w)),
            ordered AS (
                SELECT f.id, f.kind, f.plan_id, p.title, p.year, lower(p.phase) AS state, f.measure, f.text,
                       row_number() OVER (ORDER BY p.year DESC, p.id DESC, f.rank, f.place, f.id) AS nth,
                       count(*) OVER () AS total
                  FROM found f JOIN seen p ON p.id = f.plan_id)
            SELECT id, kind, plan_id, title, year, state, measure, text, nth, total FROM ordered
             WHERE nth > ? ORDER BY nth LIMIT ?
            """;

    private static final int MOST_WORDS = 6;

    private final DataSource database;

    public SearchPlans(DataSource database) {
        this.database = database;
    }

    Page<Found> page(String q, PlanScope scope, int limit, Optional<Cursor> after) {
        String[] words = q.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS);
        if (words.length == 0 || words[0].isEmpty()) {
            return new Page<>(List.of(), null, 0);
        }
        long from = after.map(SearchPlans::place).orElse(0L);
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(FOUND)) {
            select.setString(1, scope.path());
            select.setString(2, scope.path());
            select.setBoolean(3, scope.drafts());
            select.setArray(4, c.createArrayOf("text", words));
            select.setLong(5, from);
            select.setInt(6, limit + 1);
            List<Found> found = new ArrayList<>();
            long total = from;
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    found.add(new Found(
                            r.getObject(1, UUID.class),
                            Found.Kind.valueOf(r.getString(2)),
                            r.getObject(3, UUID.class),
                            r.getString(4),
                            r.getInt(5),
                            r.getString(6),
                            r.getString(7),
                            r.getString(8)));
                    total = r.getLong(10);
                }
            }
            return Page.of(found, limit, total, last -> Cursor.of(from + limit));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static long place(Cursor cursor) {
        try {
            return Long.parseLong(cursor.part(0));
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
    }
}
