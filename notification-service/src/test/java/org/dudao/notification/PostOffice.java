package org.dudao.notification;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** GreenMail's SMTP server in this JVM. Knows nobody whose address begins with {@code gone}. */
final class PostOffice {

    private final int port;
    private SmtpServer server;
    private Managers managers;

    PostOffice(int port) {
        this.port = port;
        open();
    }

    void open() {
        managers = new Managers() {
            private final SmtpManager refusing = new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                    return recipient.getEmail().startsWith("gone") ? "550 5.1.1 no such user here" : null;
                }
            };

            @Override
            public SmtpManager getSmtpManager() {
                return refusing;
            }
        };
        server = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers);
        server.startService();
        try {
            if (!server.waitTillRunning(5_000)) {
                throw new IllegalStateException("no SMTP server on port " + port);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        server.stopService();
    }

    List<MimeMessage> mailTo(String address) {
        return managers.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .filter(mail -> to(mail).contains(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getHeader("To", ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
