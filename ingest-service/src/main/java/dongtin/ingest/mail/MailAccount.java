package dongtin.ingest.mail;

import dongtin.ingest.feed.MailSettings;
import dongtin.ingest.feed.MailSettings.Tls;
import dongtin.ingest.landing.Trouble;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** How a feed's mail server is spoken to. Not to be changed, and so thread-safe. */
final class MailAccount {

    private final String key;
    private final MailSettings settings;

    MailAccount(String feed, MailSettings settings) {
        this.key = "dongtin.ingest.feeds.%s.mail".formatted(feed);
        this.settings = settings;
    }

    String protocol() {
        return settings.tls() == Tls.IMPLICIT ? "imaps" : "imap";
    }

    /** The mailbox's address. */
    String url() {
        return "%s://%s:%d/%s".formatted(protocol(), settings.host(), settings.portOrUsual(), settings.mailbox());
    }

    /** What lets us in. */
    Authenticator login() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.user(), settings.password().value());
            }
        };
    }

    /** The settings as Jakarta Mail knows them. */
    Properties properties() throws Trouble {
        String millis = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        Map<String, String> settable = new TreeMap<>(Map.of(
                "connectiontimeout",
                millis,
                "timeout",
                millis,
                "writetimeout",
                millis,
                "ssl.checkserveridentity",
                "true",
                "starttls.enable",
                String.valueOf(settings.tls() == Tls.STARTTLS),
                "starttls.required",
                String.valueOf(settings.tls() == Tls.STARTTLS),
                "peek",
                "true", // reading a mail does not mark it as seen
                "fetchsize",
                "1048576"));
        settable.forEach((name, value) -> properties.setProperty("mail." + protocol() + "." + name, value));
        Path certificates = settings.certificates();
        if (certificates != null) {
            properties.put("mail." + protocol() + ".ssl.socketFactory", trusting(certificates));
        }
        return properties;
    }

    /** Trouble on the way to the server, or with it. */
    Trouble trouble(Exception cause) {
        return new Trouble(
                "%s: mailbox %s of %s at %s:%d can not be read or changed"
                        .formatted(key, settings.mailbox(), settings.user(), settings.host(), settings.portOrUsual()),
                cause);
    }

    private SSLSocketFactory trusting(Path certificates) throws Trouble {
        try (InputStream in = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(String.valueOf(number++), one);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new Trouble("%s.certificates: %s can not be read".formatted(key, certificates), e);
        }
    }
}
