package dongtin.ingest;

import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.folder.FolderCheck;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.landing.Printable;
import dongtin.ingest.landing.Sighting;
import dongtin.ingest.landing.Trouble;
import dongtin.ingest.mail.MailCheck;
import dongtin.ingest.poll.FeedFetch;
import dongtin.ingest.poll.Fetched;
import dongtin.ingest.raw.IntakeProperties;
import dongtin.ingest.sftp.SftpCheck;
import dongtin.message.RawItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries each way of a feed as the service would use it; publishes nothing, moves nothing, marks nothing. Thread-safe. */
final class FeedChecks {

    private final IntakeProperties limits;
    private final FeedFetch fetch;
    private final Clock clock;
    private final Formats formats;

    FeedChecks(IntakeProperties limits, FeedFetch fetch, Clock clock) {
        this.limits = limits;
        this.fetch = fetch;
        this.clock = clock;
        formats = new Formats(limits.maxItems());
    }

    /** A look at one kind of place. */
    private interface Look<S> {
        Sighting at(Feed feed, S settings, int largest) throws Trouble;
    }

    /** What came of each way that the feed has. */
    List<CheckedWay> check(String id, Source source) {
        Feed feed = source.feed(id);
        List<CheckedWay> ways = Stream.<@Nullable CheckedWay>of(
                        source.push() == null
                                ? null
                                : new CheckedWay(id, "push", null, null, null, null, null, List.of()),
                        polled(feed, source),
                        seen(feed, "folder", source.folder(), FolderCheck::look),
                        seen(feed, "sftp", source.sftp(), SftpCheck::look),
                        seen(feed, "mail", source.mail(), MailCheck::look))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return ways.isEmpty()
                ? List.of(CheckedWay.unreachable(
                        id, "none", "dongtin.ingest.feeds.%s has no way for messages to come".formatted(id)))
                : ways;
    }

    private @Nullable CheckedWay polled(Feed feed, Source source) {
        if (source.poll() == null) {
            return null;
        }
        return switch (fetch.fetch(source.poll())) {
            case Fetched.Message found ->
                read(feed, "poll", null, List.of(found.wireMessage(feed, clock.instant())), new ArrayList<>());
            case Fetched.Unchanged same -> read(feed, "poll", null, List.of(), new ArrayList<>());
            case Fetched.Gone gone ->
                CheckedWay.unreachable(feed.id(), "poll", "%s is there no more (410)".formatted(gone.from()));
            case Fetched.Failed failed -> CheckedWay.unreachable(feed.id(), "poll", failed.reason());
        };
    }

    private <S> @Nullable CheckedWay seen(Feed feed, String transport, @Nullable S settings, Look<S> look) {
        if (settings == null) {
            return null;
        }
        try {
            Sighting sighting =
                    look.at(feed, settings, Math.toIntExact(limits.maxBody().toBytes()));
            return read(
                    feed,
                    transport,
                    sighting.waiting(),
                    sighting.newest().stream().map(Sighting.Named::message).toList(),
                    new ArrayList<>(sighting.problems()));
        } catch (Trouble e) {
            return CheckedWay.unreachable(feed.id(), transport, String.valueOf(e.getMessage()));
        }
    }

    private CheckedWay read(
            Feed feed, String transport, @Nullable Integer waiting, List<WireMessage> messages, List<String> problems) {
        var items = new ArrayList<RawItem>();
        for (WireMessage message : messages) {
            List<Reading> readings = formats.read(message)
                    .orElseGet(() -> List.of(new Reading.Malformed(
                            "", "no format for this content; these are read: " + formats.names())));
            for (Reading reading : readings) {
                switch (reading) {
                    case Reading.Item one -> items.add(one.item());
                    case Reading.Refused one -> problems.add(line(one.at(), one.reason()));
                    case Reading.Excessive all -> problems.add(line(all.at(), all.reason()));
                    case Reading.Malformed all -> problems.add(line(all.at(), all.reason()));
                }
            }
        }
        RawItem newest =
                items.stream().max(Comparator.comparing(FeedChecks::time)).orElse(null);
        return new CheckedWay(
                feed.id(),
                transport,
                true,
                messages.isEmpty() ? null : !items.isEmpty(),
                waiting,
                newest == null ? null : newest.headline(),
                newest == null ? null : time(newest),
                problems);
    }

    private static Instant time(RawItem item) {
        Instant made = item.versionCreated() != null ? item.versionCreated() : item.firstCreated();
        return made != null ? made : item.received();
    }

    private static String line(String at, String reason) {
        return Printable.of(at.isEmpty() ? reason : at + ": " + reason);
    }
}
