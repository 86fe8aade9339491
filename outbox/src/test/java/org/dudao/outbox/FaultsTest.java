package org.dudao.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void a_lost_connection_a_deadlock_and_a_restarting_server_may_pass() {
        for (String state : new String[] {"08006", "40P01", "40001", "57P01", "53300", "55P03"}) {
            assertTrue(Faults.mayPass(new DatabaseFault(new SQLException("x", state))), state);
        }
        assertTrue(Faults.mayPass(new SQLException("Sorry, acquisition timeout! Acquisition timeout while waiting")));
    }

    @Test
    void a_violated_constraint_and_an_unreadable_event_do_not() {
        assertFalse(Faults.mayPass(new DatabaseFault(new SQLException("duplicate", "23505"))));
        assertFalse(Faults.mayPass(new UnreadableEvent("what is this", null)));
        assertFalse(Faults.mayPass(new IllegalStateException("a bug")));
    }

    @Test
    void the_reason_is_one_line_of_the_root() {
        assertEquals(
                "SQLException: ERROR: duplicate key",
                Faults.reason(new DatabaseFault(new SQLException("ERROR: duplicate key\n  Detail: …", "23505"))));
    }
}
