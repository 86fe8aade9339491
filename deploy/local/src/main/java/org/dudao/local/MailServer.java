package org.dudao.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * The main class of the mail process: a real SMTP server that delivers every message into a mailbox of its recipient, and
 * a real IMAP server to read it (login = address, any password). Mails live as long as the process.
 */
public final class MailServer {

    private MailServer() {}

    /** {@code MailServer smtpPort imapPort}. */
    public static void main(String[] args) {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.parseInt(args[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Integer.parseInt(args[1]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        Runtime.getRuntime().addShutdownHook(new Thread(mail::stop, "mail-shutdown"));
    }
}
