package dongtin.ingest.sftp;

import dongtin.ingest.feed.Secret;
import dongtin.ingest.feed.SftpSettings;
import dongtin.ingest.landing.Trouble;
import dongtin.ingest.raw.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/**
 * The connection to a feed's server: made when it is needed, kept, and made anew after trouble. For one thread.
 */
final class SftpServer implements AutoCloseable {

    private final String key;
    private final SftpSettings settings;
    private @Nullable DefaultSftpSessionFactory sessions;

    SftpServer(String feed, SftpSettings settings) {
        this.key = "dongtin.ingest.feeds.%s.sftp".formatted(feed);
        this.settings = settings;
    }

    /** What is done on the server. */
    interface Work<T> {
        T on(SftpClient client) throws IOException, Trouble;
    }

    /** Does it; if the server or the way to it fails, the next work begins with a new connection. */
    <T> T with(Work<T> work) throws Trouble {
        boolean well = false;
        try {
            T result = work.on(connect());
            well = true;
            return result;
        } catch (Unavailable e) {
            well = true; // the server is; it is the broker that is not
            throw e;
        } catch (IOException e) {
            throw new Trouble("%s: %s failed".formatted(key, address()), e);
        } finally {
            if (!well) {
                close();
            }
        }
    }

    private SftpClient connect() throws Trouble {
        try {
            if (sessions == null) {
                sessions = sessions(knownKeys());
            }
            return sessions.getSession().getClientInstance();
        } catch (IllegalStateException e) {
            throw new Trouble("%s: no connection to %s%s".formatted(key, address(), hint(e)), e);
        }
    }

    private DefaultSftpSessionFactory sessions(Set<String> keyTypes) throws Trouble {
        var made = new DefaultSftpSessionFactory(true);
        made.setHost(settings.host());
        made.setPort(settings.port());
        made.setUser(settings.user());
        made.setTimeout(Math.toIntExact(settings.timeout().toMillis()));
        if (settings.password() != null) {
            made.setPassword(settings.password().value());
        }
        if (settings.privateKey() != null) {
            made.setPrivateKey(new FileSystemResource(readable("private-key", settings.privateKey())));
        }
        Secret passphrase = settings.privateKeyPassphrase();
        if (passphrase != null) {
            made.setPrivateKeyPassphrase(passphrase.value());
        }
        made.setSshClientConfigurer(client -> configure(client, keyTypes));
        return made;
    }

    private void configure(SshClient client, Set<String> keyTypes) {
        ServerKeys.check(client, settings.knownHosts(), keyTypes);
        // What is not set is not looked for elsewhere, such as in the keys of the user whom the service runs as.
        if (settings.password() == null) {
            client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        }
        if (settings.privateKey() == null) {
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        }
    }

    private Set<String> knownKeys() throws Trouble {
        Path file = readable("known-hosts", settings.knownHosts());
        Set<String> types;
        try {
            types = ServerKeys.types(file, settings.host(), settings.port());
        } catch (IOException | RuntimeException e) { // MINA's reader throws what it likes at lines it can not read
            throw new Trouble("%s.known-hosts: %s can not be read".formatted(key, file), e);
        }
        if (types.isEmpty()) {
            throw new Trouble(
                    "%s.known-hosts: %s has no key of %s; `ssh-keyscan -p %d %s` shows it, compare it before you trust it"
                            .formatted(key, file, address(), settings.port(), settings.host()));
        }
        return types;
    }

    private Path readable(String setting, Path file) throws Trouble {
        if (!Files.isReadable(file)) {
            throw new Trouble("%s.%s: %s is not there, or can not be read".formatted(key, setting, file));
        }
        return file;
    }

    private String hint(IllegalStateException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Server key did not validate")) {
                return ", whose key is not the one in " + settings.knownHosts();
            }
            if (message.contains("No more authentication methods available")) {
                return ", which does not let " + settings.user() + " in";
            }
        }
        return "";
    }

    private String address() {
        return settings.host() + ":" + settings.port();
    }

    @Override
    public void close() {
        if (sessions != null) {
            sessions.destroy();
            sessions = null;
        }
    }
}
