package org.dudao.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.dudao.startup.Problem;
import org.junit.jupiter.api.Test;

class WebhookTargetsTest {

    private final WebhookTargets targets = WebhookTargets.allowing("10.20.0.0/16");

    @Test
    void an_address_that_only_our_server_reaches_is_no_public_one() {
        for (String inner : List.of(
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1")) {
            assertFalse(WebhookTargets.isPublic(InetAddress.ofLiteral(inner)), inner);
        }
        for (String open :
                List.of("1.1.1.1", "172.32.0.1", "100.128.0.1", "223.5.5.5", "2400:3200::1", "2606:4700::1111")) {
            assertTrue(WebhookTargets.isPublic(InetAddress.ofLiteral(open)), open);
        }
    }

    @Test
    void a_public_address_needs_https_and_an_allowed_network_does_not() {
        assertEquals(
                "223.5.5.5", targets.check("https://223.5.5.5/hook").address().getHostAddress());
        assertEquals(8080, targets.check("http://10.20.3.4:8080/hook?a=b").port());
        refused("http://223.5.5.5/hook");
        refused("https://10.21.3.4/hook");
        refused("https://127.0.0.1/hook");
        refused("https://localhost/hook");
        refused("https://[::1]/hook");
        // The ways in which resolvers read an address that does not look like one.
        refused("https://2130706433/hook");
        refused("https://0x7f.1/hook");
    }

    @Test
    void what_is_no_whole_address_is_refused_with_its_cure() {
        for (String url : List.of(
                "",
                "school",
                "ftp://1.1.1.1/",
                "https:///x",
                "https://u:p@1.1.1.1/",
                "https://1.1.1.1/#x",
                "file:///etc/passwd",
                "https://1.1.1.1:99999/",
                "https://1.1.1.1/a b")) {
            refused(url);
        }
    }

    private void refused(String url) {
        Problem problem = assertThrows(Problem.class, () -> targets.check(url), url);
        assertEquals(422, problem.status());
        assertEquals("url", problem.fields().getFirst().field());
    }
}
