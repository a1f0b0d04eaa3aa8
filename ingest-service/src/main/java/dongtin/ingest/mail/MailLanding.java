package dongtin.ingest.mail;

import dongtin.ingest.feed.MailSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.Receipt;
import dongtin.ingest.landing.Reception;
import dongtin.ingest.landing.SpringIntegration;
import dongtin.ingest.landing.Trouble;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.integration.mail.inbound.ImapMailReceiver;
import org.springframework.messaging.Message;

/**
 * Takes the mails of a mailbox in the order of their arrival. A mail is published, then moved or marked as seen: one that a
 * kill finds between the two is published again.
 */
final class MailLanding implements Landing {

    static final String TYPE = "message/rfc822";
    private static final int AT_ONCE = 200;

    private final Feed feed;
    private final MailSettings settings;
    private final Reception reception;
    private final SpringIntegration integration;
    private final MailAccount account;
    private final Left left;
    private @Nullable ImapMailReceiver receiver;

    /** What was published, or refused, and could not be moved: it is not to be published again each round. */
    private final Map<String, Receipt> unmoved = new HashMap<>();

    MailLanding(Feed feed, MailSettings settings, Reception reception, SpringIntegration integration) {
        this.feed = feed;
        this.settings = settings;
        this.reception = reception;
        this.integration = integration;
        this.account = new MailAccount(feed.id(), settings);
        this.left = new Left(feed.id());
    }

    @Override
    public String feed() {
        return feed.id();
    }

    @Override
    public String transport() {
        return "mail";
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public Map<String, String> left() {
        return left.shown();
    }

    @Override
    public void round(BooleanSupplier stopping) throws Trouble {
        boolean well = false;
        try {
            Set<String> seen = new HashSet<>();
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = takeSome(seen, stopping);
            }
            left.retain(seen);
            unmoved.keySet().retainAll(seen);
            well = true;
        } catch (MessagingException | IOException | IllegalStateException e) {
            throw account.trouble(e);
        } finally {
            if (!well) {
                close();
            }
        }
    }

    /** Whether there may be more that were not yet seen in this round. */
    private boolean takeSome(Set<String> seen, BooleanSupplier stopping)
            throws Trouble, MessagingException, IOException {
        Object[] received = receiver().receive();
        if (received.length == 0) {
            return false;
        }
        boolean news = false;
        try {
            for (Object one : received) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                MimeMessage mail = (MimeMessage) ((Message<?>) one).getPayload();
                if (seen.add(Mailbox.key(mail))) {
                    news = true;
                    take(mail);
                }
            }
        } finally {
            closeFolder((Message<?>) received[0]);
        }
        return news;
    }

    private void take(MimeMessage mail) throws MessagingException, IOException {
        String key = Mailbox.key(mail);
        try {
            Receipt receipt = unmoved.get(key);
            if (receipt == null) {
                receipt = receipt(mail);
                unmoved.put(key, receipt);
            }
            Mailbox.put(mail, receipt, settings);
            unmoved.remove(key);
            left.clear(key);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException e) {
            if (!mail.getFolder().isOpen()) {
                throw e;
            }
            String step = unmoved.containsKey(key) ? "it can not be moved" : "it can not be read";
            left.leave(key, Trouble.withCause(step, e));
        }
    }

    private Receipt receipt(MimeMessage mail) throws MessagingException, IOException {
        String name = Mailbox.name(mail);
        if (mail.getSize() > reception.largest()) {
            return reception.tooLarge(feed, name);
        }
        return reception.take(feed, name, TYPE, Mailbox.read(mail, reception.largest() + 1));
    }

    private ImapMailReceiver receiver() throws Trouble {
        if (receiver == null) {
            var made = new ImapMailReceiver(account.url());
            made.setJavaMailProperties(account.properties());
            made.setJavaMailAuthenticator(account.login());
            made.setSearchTermStrategy((supported, folder) -> Mailbox.waiting(settings));
            // Whatever the receiver marks, it marks before we have published: it is to mark nothing that counts.
            made.setShouldMarkMessagesAsRead(false);
            made.setFlaggedAsFallback(false);
            made.setAutoCloseFolder(false);
            made.setMaxFetchSize(AT_ONCE);
            receiver = integration.ready(made);
        }
        return receiver;
    }

    private static void closeFolder(Message<?> received) throws IOException {
        Closeable folder =
                received.getHeaders().get(IntegrationMessageHeaderAccessor.CLOSEABLE_RESOURCE, Closeable.class);
        if (folder != null) {
            folder.close();
        }
    }

    @Override
    public void close() {
        if (receiver != null) {
            receiver.destroy();
            receiver = null;
        }
    }
}
