package dongtin.ingest.mail;

import dongtin.ingest.feed.MailSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.landing.Sighting;
import dongtin.ingest.landing.Sighting.Named;
import dongtin.ingest.landing.Trouble;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Looks at a feed's mailbox, and changes nothing in it: no mail is marked as seen. */
public final class MailCheck {

    private MailCheck() {}

    /**
     * What is in the mailbox.
     *
     * @param largest the size of the largest message that is read, in bytes
     */
    public static Sighting look(Feed feed, MailSettings settings, int largest) throws Trouble {
        var account = new MailAccount(feed.id(), settings);
        var session = Session.getInstance(account.properties(), account.login());
        try (Store store = session.getStore(new URLName(account.url()))) {
            store.connect();
            var problems = new ArrayList<String>();
            var read = new ArrayList<Named>();
            int waiting;
            try (Folder mailbox = opened(store, settings.mailbox())) {
                waiting = mailbox.search(Mailbox.waiting(settings)).length;
                newest(mailbox, feed, largest, read, problems);
            }
            if (read.isEmpty()
                    && problems.isEmpty()
                    && store.getFolder(settings.done()).exists()) {
                try (Folder done = opened(store, settings.done())) {
                    newest(done, feed, largest, read, problems);
                }
            }
            return new Sighting(waiting, read, problems);
        } catch (MessagingException | IOException e) {
            throw account.trouble(e);
        }
    }

    private static Folder opened(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        return folder;
    }

    private static void newest(Folder mailbox, Feed feed, int largest, List<Named> read, List<String> problems)
            throws MessagingException, IOException {
        if (mailbox.getMessageCount() == 0) {
            return;
        }
        MimeMessage mail = (MimeMessage) mailbox.getMessage(mailbox.getMessageCount());
        String name = Mailbox.name(mail);
        if (mail.getSize() > largest) {
            problems.add("%s: a message has %d bytes at most".formatted(name, largest));
            return;
        }
        Date arrived = mail.getReceivedDate();
        Instant received = arrived == null ? Instant.EPOCH : arrived.toInstant();
        read.add(new Named(name, new WireMessage(feed, MailLanding.TYPE, Mailbox.read(mail, largest), received)));
    }
}
