package dongtin.ingest.mail;

import dongtin.ingest.feed.MailSettings;
import dongtin.ingest.landing.Receipt;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** What is done to a mail in its mailbox. */
final class Mailbox {

    private Mailbox() {}

    /** Which mails are to be taken: what is marked as seen says nothing where published mails are moved away. */
    static SearchTerm waiting(MailSettings settings) {
        SearchTerm present = new FlagTerm(new Flags(Flags.Flag.DELETED), false);
        return settings.markSeen() ? new AndTerm(present, new FlagTerm(new Flags(Flags.Flag.SEEN), false)) : present;
    }

    /** The mail as it came, as many bytes as {@code most}; it is not marked as seen. */
    static byte[] read(MimeMessage mail, int most) throws MessagingException, IOException {
        try (InputStream in = ((IMAPMessage) mail).getMimeStream()) {
            return in.readNBytes(most);
        }
    }

    /** What the mail is called, for people. */
    static String name(MimeMessage mail) throws MessagingException {
        String id = mail.getMessageID();
        return "mail " + (id == null ? key(mail) : id);
    }

    /** What the mail is known by in its mailbox. */
    static String key(MimeMessage mail) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) mail.getFolder();
        return folder.getUIDValidity() + "-" + folder.getUID(mail);
    }

    /** Moves the mail to where it belongs after what became of it, or marks it. */
    static void put(MimeMessage mail, Receipt receipt, MailSettings settings) throws MessagingException {
        if (receipt.published() && settings.markSeen()) {
            mail.setFlag(Flags.Flag.SEEN, true);
            return;
        }
        IMAPFolder from = (IMAPFolder) mail.getFolder();
        IMAPStore store = (IMAPStore) from.getStore();
        Folder to = store.getFolder(receipt.published() ? settings.done() : settings.rejected());
        if (!to.exists() && !to.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("there is no mailbox %s, and none can be made".formatted(to.getFullName()));
        }
        Message[] one = {mail};
        if (store.hasCapability("MOVE")) {
            from.moveMessages(one, to);
            return;
        }
        from.copyMessages(one, to);
        mail.setFlag(Flags.Flag.DELETED, true);
        if (store.hasCapability("UIDPLUS")) {
            from.expunge(one); // this one alone; without UIDPLUS it stays, and is deleted by whoever tidies up
        }
    }
}
