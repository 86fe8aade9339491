package org.dudao.outbox;

import java.sql.SQLException;

/** PostgreSQL refused or did not answer; {@link Faults} tells whether it may pass. */
public class DatabaseFault extends RuntimeException {
    public DatabaseFault(SQLException cause) {
        super(cause);
    }
}
