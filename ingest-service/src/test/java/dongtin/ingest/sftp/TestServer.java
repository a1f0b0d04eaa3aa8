package dongtin.ingest.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on a directory, with host keys of two types, that can go away and come back. */
final class TestServer implements AutoCloseable {

    static final String PASSWORD = "mật khẩu";

    private final Path home;
    private final KeyPair rsa = pair(KeyPairProvider.SSH_RSA, 2048);
    private final KeyPair ed25519 = pair(KeyPairProvider.SSH_ED25519, 256);
    private final KeyPair client = pair(KeyPairProvider.SSH_ED25519, 256);
    private final Set<String> toldPasswords = ConcurrentHashMap.newKeySet();
    private int port;
    private SshServer server;

    TestServer(Path home) throws IOException {
        this.home = home;
        this.server = started();
    }

    private SshServer started() throws IOException {
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(port);
        made.setKeyPairProvider(KeyPairProvider.wrap(rsa, ed25519));
        made.setFileSystemFactory(new VirtualFileSystemFactory(home));
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Locked());
        made.setSubsystemFactories(List.of(sftp));
        made.setPasswordAuthenticator((user, password, session) -> {
            toldPasswords.add(user);
            return user.equals("wire") && password.equals(PASSWORD);
        });
        made.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("key-holder") && KeyUtils.compareKeys(key, client.getPublic()));
        made.start();
        port = made.getPort();
        return made;
    }

    /** Files that nobody may read; for root, whom tests run as at times, there are none of the file system's own. */
    private static final class Locked implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remoteHandle, Handle localHandle) throws IOException {
            if (localHandle.getFile().getFileName().toString().startsWith("locked")) {
                throw new AccessDeniedException(localHandle.getFile().toString());
            }
        }
    }

    int port() {
        return port;
    }

    /** The users whose password was sent to it. */
    Set<String> toldPasswords() {
        return toldPasswords;
    }

    void goAway() throws IOException {
        server.stop(true);
    }

    void comeBack() throws IOException {
        server = started();
    }

    /** Its Ed25519 key alone, as {@code ssh-keyscan} shows it. */
    Path knownHosts(Path file) throws IOException {
        return knownHosts(file, ed25519);
    }

    /** A key that is not its own under its name. */
    Path otherKnownHosts(Path file) throws IOException {
        return knownHosts(file, client);
    }

    private Path knownHosts(Path file, KeyPair key) throws IOException {
        return Files.writeString(file, "[127.0.0.1]:%d %s%n".formatted(port, PublicKeyEntry.toString(key.getPublic())));
    }

    Path privateKey(Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "test", null, out);
        }
        return file;
    }

    private static KeyPair pair(String type, int size) {
        try {
            return KeyUtils.generateKeyPair(type, size);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
