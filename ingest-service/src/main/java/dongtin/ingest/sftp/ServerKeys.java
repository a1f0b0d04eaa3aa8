package dongtin.ingest.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;

/** The keys of servers that an operator knows, in a file as OpenSSH keeps it; no other server is talked to. */
final class ServerKeys {

    private ServerKeys() {}

    /** The types of the keys that the file has for the server; none if it does not know it. */
    static Set<String> types(Path knownHosts, String host, int port) throws IOException {
        return KnownHostEntry.readKnownHostEntries(knownHosts).stream()
                .filter(entry -> entry.isHostMatch(host, port))
                .map(entry -> entry.getKeyEntry().getKeyType())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets the client accept these keys alone, and ask the server for a key of a type that it knows: servers have several. */
    static void check(SshClient client, Path knownHosts, Set<String> types) {
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts));
        List<NamedFactory<Signature>> knownFirst = client.getSignatureFactories().stream()
                .sorted(Comparator.comparing((NamedFactory<Signature> factory) ->
                        !types.contains(KeyUtils.getCanonicalKeyType(factory.getName()))))
                .toList();
        client.setSignatureFactories(knownFirst);
    }
}
