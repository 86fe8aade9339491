package org.dudao.stories;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What arrived in the stack's mail server, read by IMAP as a person's mail program would. */
public final class Mailbox {

    private final int imapPort;

    public Mailbox(int imapPort) {
        this.imapPort = imapPort;
    }

    /** Subjects of all mails to the address, oldest first; none when nothing ever arrived. */
    public List<String> subjects(String address) {
        Properties settings = new Properties();
        settings.put("mail.imap.connectiontimeout", "5000");
        settings.put("mail.imap.timeout", "10000");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, address);
            List<String> subjects = new ArrayList<>();
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : Arrays.asList(inbox.getMessages())) {
                    subjects.add(message.getSubject());
                }
            }
            return subjects;
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail server does not show the mail of " + address, e);
        }
    }
}
