package dongtin.ingest.sftp;

import dongtin.ingest.feed.SftpSettings;
import dongtin.ingest.landing.FileNames;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.Place;
import dongtin.ingest.landing.Receipt;
import dongtin.ingest.landing.Settled.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** A feed's directory on a server, over one connection. */
final class RemoteFolder implements Place {

    private final SftpClient client;
    private final SftpSettings settings;
    private final String directory;

    /** The directory as it is on the server; nothing is made in it. */
    RemoteFolder(SftpClient client, SftpSettings settings) throws IOException {
        this.client = client;
        this.settings = settings;
        this.directory = client.canonicalPath(settings.directory());
    }

    /** Makes sure that there is somewhere to move files to. */
    void open() throws IOException {
        makeDirectory(path(settings.rejected()));
        if (!settings.remove()) {
            makeDirectory(path(settings.done()));
        }
    }

    private void makeDirectory(String path) throws IOException {
        if (!exists(path)) {
            client.mkdir(path);
        }
    }

    /** The files that are there to be taken, unordered; links are not followed. */
    List<DirEntry> list(Left left, Set<String> names) throws IOException {
        Set<String> ours = new HashSet<>(Set.of(".", "..", settings.done(), settings.rejected()));
        var files = new ArrayList<DirEntry>();
        for (DirEntry entry : client.readDir(directory)) {
            String name = entry.getFilename();
            if (ours.contains(name) || FileNames.unfinished(name)) {
                continue;
            }
            names.add(name);
            String reason = odd(name, entry.getAttributes());
            if (reason == null) {
                files.add(entry);
            } else {
                left.leave(name, reason);
            }
        }
        return files;
    }

    /** The files that were published and moved. */
    List<DirEntry> listDone() throws IOException {
        String done = path(settings.done());
        var files = new ArrayList<DirEntry>();
        if (exists(done)) {
            for (DirEntry entry : client.readDir(done)) {
                if (entry.getAttributes().isRegularFile()) {
                    files.add(entry);
                }
            }
        }
        return files;
    }

    private static @Nullable String odd(String name, Attributes attributes) {
        if (name.indexOf('/') >= 0) {
            return "no file can have this name";
        }
        if (attributes.isDirectory()) {
            return "it is a directory, and those below are not read";
        }
        if (attributes.isSymbolicLink()) {
            return "it is a link, and links are not followed";
        }
        return attributes.isRegularFile() ? null : "it is neither a file nor a directory";
    }

    /** A listed file's state. */
    static Snapshot snapshot(DirEntry entry) {
        return snapshot(entry.getFilename(), entry.getAttributes());
    }

    private static Snapshot snapshot(String name, Attributes attributes) {
        long modified = attributes.getModifyTime() == null
                ? 0
                : attributes.getModifyTime().toMillis();
        return new Snapshot(name, attributes.getSize(), modified);
    }

    @Override
    public Snapshot snapshot(String name) throws IOException {
        try {
            return snapshot(name, client.lstat(path(name)));
        } catch (SftpException e) {
            throw aboutFile(name, e);
        }
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (InputStream in = client.read(path(name))) {
            return in.readNBytes(most);
        } catch (SftpException e) {
            throw aboutFile(name, e);
        }
    }

    /** The reason goes first, where there is one: no file ever lies there without it. Names that are taken are kept. */
    @Override
    public void put(String name, Receipt receipt) throws IOException {
        try {
            if (receipt.published() && settings.remove() && !receipt.hasRefusals()) {
                client.remove(path(name));
                return;
            }
            String target = path(receipt.published() && !settings.remove() ? settings.done() : settings.rejected());
            int attempt = 1;
            while (!put(name, target + "/" + FileNames.attempt(name, attempt), receipt)) {
                attempt++;
            }
        } catch (SftpException e) {
            throw aboutFile(name, e);
        }
    }

    private boolean put(String name, String target, Receipt receipt) throws IOException {
        String reason = FileNames.reason(target);
        if (exists(target) || exists(reason)) {
            return false;
        }
        if (receipt.hasRefusals()) {
            try (OutputStream out = client.write(reason, OpenMode.Write, OpenMode.Create, OpenMode.Exclusive)) {
                out.write(receipt.reasons(name).getBytes(StandardCharsets.UTF_8));
            }
        }
        client.rename(path(name), target); // which, other than Spring's session, overwrites nothing
        return true;
    }

    private boolean exists(String path) throws IOException {
        try {
            client.lstat(path);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private String path(String name) {
        return name.startsWith("/") ? name : directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    /** The server's answer about one file; without an answer it is the connection that is in trouble. */
    private static IOException aboutFile(String name, SftpException answer) {
        if (answer.getStatus() == SftpConstants.SSH_FX_NO_CONNECTION
                || answer.getStatus() == SftpConstants.SSH_FX_CONNECTION_LOST) {
            return answer;
        }
        var about = answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                ? new NoSuchFileException(name)
                : new FileSystemException(name, null, answer.getMessage());
        about.initCause(answer);
        return about;
    }
}
