package org.dudao.console.serving;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServePagesTest {
    @Test
    void every_address_a_person_may_open_is_the_page() {
        assertTrue(ServePages.isPage("/"));
        assertTrue(ServePages.isPage("/index.html"));
        assertTrue(ServePages.isPage("/tasks/0199c5d2-7d0e-7b6c-9a51-3f1f5f0f8a11"));
        assertTrue(ServePages.isPage("/no/such/page"));
    }

    @Test
    void files_and_machines_are_not() {
        assertFalse(ServePages.isPage("/favicon.svg"));
        assertFalse(ServePages.isPage("/assets/index-1a2b.js"));
        assertFalse(ServePages.isPage("/assets/"));
        assertFalse(ServePages.isPage("/api/plan/v1/plans"));
        assertFalse(ServePages.isPage("/q/health"));
    }

    @Test
    void styles_need_the_nonce_and_scripts_come_from_here() {
        String policy = GuardBrowser.policy("bm9uY2U=");
        assertTrue(policy.contains("style-src 'self' 'nonce-bm9uY2U='"));
        assertTrue(policy.contains("script-src 'self';"));
        assertFalse(policy.contains("unsafe"));
    }
}
