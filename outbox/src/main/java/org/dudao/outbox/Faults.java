package org.dudao.outbox;

import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a fault that passes (try again, skip nothing) from one that no retry mends. */
public final class Faults {

    private Faults() {}

    public static boolean mayPass(@Nullable Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof ConnectException || t instanceof SocketException || t instanceof InterruptedException) {
                return true;
            }
            if (t instanceof SQLTransientException || t instanceof SQLRecoverableException) {
                return true;
            }
            if (t instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08 connection, 40 rolled back for concurrency, 53 resources, 57 operator, 58 system; 55P03 lock not free. */
    private static boolean passes(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            return String.valueOf(sql.getMessage()).contains("Acquisition timeout");
        }
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("55P03");
    }

    /** The deepest message, one line, for a person who reads the dead letters. */
    public static String reason(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage();
        String line = message.lines().findFirst().orElse("");
        String text = root instanceof UnreadableEvent ? line : root.getClass().getSimpleName() + ": " + line;
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
