package org.dudao.notification.delivering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class EmailChannelTest {

    private static Throwable reply(int code, String text) {
        return new CompletionException(new SMTPException("refused", code, List.of(code + " " + text), false));
    }

    @Test
    void an_unknown_recipient_is_refused_for_good() {
        Outcome outcome = EmailChannel.judge(reply(550, "5.1.1 no such user"));

        assertInstanceOf(Outcome.Refused.class, outcome);
    }

    @Test
    void a_full_mailbox_is_tried_again_and_blames_nobody_else() {
        assertEquals(
                new Outcome.Postponed("452 4.2.2 mailbox full", false),
                EmailChannel.judge(reply(452, "4.2.2 mailbox full")));
    }

    @Test
    void a_refused_login_is_the_channels_trouble() {
        assertEquals(
                new Outcome.Postponed("535 5.7.8 bad credentials", true),
                EmailChannel.judge(reply(535, "5.7.8 bad credentials")));
    }

    @Test
    void a_server_that_is_down_is_the_channels_trouble() {
        assertInstanceOf(
                Outcome.Postponed.class, EmailChannel.judge(new RuntimeException(new ConnectException("refused"))));
    }

    @Test
    void an_address_that_is_none_is_refused_for_good() {
        assertInstanceOf(Outcome.Refused.class, EmailChannel.judge(new IllegalArgumentException("no address")));
    }
}
