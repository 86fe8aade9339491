package org.dudao.console.forwarding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RefuseForgedRequestsTest {
    @Test
    void a_page_of_this_console_is_the_same_origin() {
        assertTrue(RefuseForgedRequests.sameOrigin("http://localhost:8080", "localhost:8080"));
        assertTrue(RefuseForgedRequests.sameOrigin("https://dudao.example", "dudao.example"));
    }

    @Test
    void another_host_or_port_or_no_origin_is_not() {
        assertFalse(RefuseForgedRequests.sameOrigin("http://localhost:8081", "localhost:8080"));
        assertFalse(RefuseForgedRequests.sameOrigin("https://dudao.example.evil", "dudao.example"));
        assertFalse(RefuseForgedRequests.sameOrigin("null", "localhost:8080"));
        assertFalse(RefuseForgedRequests.sameOrigin("not an origin", "localhost:8080"));
        assertFalse(RefuseForgedRequests.sameOrigin(null, "localhost:8080"));
    }

    @Test
    void a_browser_that_says_cross_site_is_believed() {
        assertTrue(RefuseForgedRequests.sameSite(null));
        assertTrue(RefuseForgedRequests.sameSite("same-origin"));
        assertFalse(RefuseForgedRequests.sameSite("same-site"));
        assertFalse(RefuseForgedRequests.sameSite("cross-site"));
    }
}
