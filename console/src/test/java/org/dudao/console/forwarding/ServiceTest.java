package org.dudao.console.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServiceTest {
    @Test
    void an_address_without_a_port_has_its_scheme_s() {
        assertEquals(
                443, Service.at("plan", URI.create("https://plan.internal")).port());
        assertEquals(80, Service.at("plan", URI.create("http://plan.internal")).port());
        assertEquals(
                8081, Service.at("plan", URI.create("http://127.0.0.1:8081")).port());
    }

    @Test
    void only_the_stream_may_be_silent() {
        Service notification = Service.at("notification", URI.create("http://127.0.0.1:8084"));
        assertTrue(notification.streams("/api/notification/v1/stream"));
        assertFalse(notification.streams("/api/notification/v1/messages"));
    }
}
