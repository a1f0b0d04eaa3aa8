package dongtin.ingest.poll;

import dongtin.ingest.cursor.CursorTopic;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.feed.PollSettings;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.ByteBudget;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.Taken;
import dongtin.ingest.raw.Unavailable;
import dongtin.message.LoggedReason;
import dongtin.message.MessageJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * One feed while it is in hand: each poll fetches, publishes what is new, and moves the cursor in the same transaction. One
 * poll at a time; the rest may be called meanwhile.
 */
final class PolledFeed {

    /** Kinds of what is kept of a feed. */
    static final String READ = "read";

    static final String PACE = "pace";

    /** Then the message is fetched whatever the validators say: some servers never change theirs. */
    private static final Duration WHOLE_EVERY = Duration.ofHours(6);

    /** What all feeds work with. */
    record Tools(
            FeedFetch fetch,
            Intake intake,
            CursorTopic cursors,
            PollMetrics metrics,
            ApplicationEventPublisher events,
            Semaphore publishing,
            RandomGenerator random,
            Clock clock) {}

    private final String id;
    private final Source source;
    private final PollSettings settings;
    private final Tools tools;
    private final PaceRules rules;
    private final PollLog log;

    // guarded by this
    private Cursor cursor;
    private Pace pace;
    private boolean inHand = true;
    private boolean loading = true;
    private @Nullable Delivered deliveredLast;
    private boolean gone;
    private int returned;
    private Instant pushedUntil = Instant.EPOCH;

    PolledFeed(String id, Source source, PollSettings settings, Map<String, byte[]> kept, Tools tools) {
        this.id = id;
        this.source = source;
        this.settings = settings;
        this.tools = tools;
        rules = new PaceRules(settings, tools.random());
        log = new PollLog(id);
        cursor = Cursor.START;
        pace = Pace.start(settings.url(), rules.first());
        kept.forEach(this::kept);
        if (deliveredLast != null && deliveredLast.at().isAfter(cursor.at())) {
            cursor = cursor.with(deliveredLast); // an earlier delivery is in the cursor, or overtaken by it
        }
        loading = false;
    }

    /** What somebody has kept of this feed; this instance's own is known already. */
    synchronized void kept(String kind, byte[] value) {
        try {
            switch (kind) {
                case READ -> {
                    Cursor other = MessageJson.read(value, Cursor.class);
                    cursor = other.revision() > cursor.revision() ? other : cursor;
                }
                case PACE -> {
                    Pace other = MessageJson.read(value, Pace.class);
                    // Of another address it says nothing.
                    boolean newer =
                            other.revision() > pace.revision() && other.url().equals(pace.url());
                    pace = newer ? other : pace;
                }
                case Delivered.KIND -> {
                    deliveredLast = MessageJson.read(value, Delivered.class);
                    cursor = loading ? cursor : cursor.with(deliveredLast);
                }
                default -> {} // another follower's
            }
        } catch (MessageJson.UnreadableMessage e) {
            log.cursorUnreadable(kind, e);
        }
    }

    /** When the next poll is due; null where the feed is gone or out of hand. */
    synchronized @Nullable Instant due() {
        return inHand && !gone ? pace.due() : null;
    }

    /** Until then news are delivered, and polls only catch what deliveries miss. */
    synchronized void pushedUntil(Instant time) {
        pushedUntil = time;
    }

    synchronized void release() {
        inHand = false;
    }

    synchronized Pace pace() {
        return pace;
    }

    synchronized boolean gone() {
        return gone;
    }

    private synchronized Cursor cursor() {
        return cursor;
    }

    private synchronized boolean outOfHand() {
        return !inHand;
    }

    /** Polls once and says when to come again. */
    void poll() {
        Pace before = pace();
        Instant begun = tools.clock().instant();
        boolean whole =
                before.lastWhole() == null || begun.isAfter(before.lastWhole().plus(WHOLE_EVERY));
        try (ByteBudget.Share share = tools.fetch().share()) {
            Fetched fetched = tools.fetch().fetch(settings, whole ? Validators.NONE : cursor().validators(), share);
            if (!outOfHand()) { // else whoever has it now polls it
                settle(fetched);
                told(before);
            }
        } catch (Unavailable e) {
            returned(e);
        }
    }

    /** Held against the pace that the poll began with: what it has written is read back at once, perhaps before it is done. */
    private void told(Pace before) {
        Pace after = pace();
        if (after.trouble() == null) {
            log.succeeded(before, after);
        }
    }

    /** A fault of ours in this feed: it must not end its polling. */
    void broke(Throwable fault) {
        log.fault(fault);
        failed("a fault of ours: " + fault.getClass().getSimpleName(), null, null);
    }

    private void settle(Fetched fetched) {
        switch (fetched) {
            case Fetched.Message message -> read(message);
            case Fetched.Unchanged unchanged -> unchanged(unchanged.terms());
            case Fetched.Failed failure -> failed(failure.reason(), failure.retryAfter(), null);
            case Fetched.Gone all -> {
                tools.metrics().failed(id);
                log.gone(all.from());
                synchronized (this) {
                    gone = true;
                    pace = pace.failed(tools.clock().instant(), "gone for good (410)", null);
                }
            }
        }
    }

    private void unchanged(Terms terms) {
        tools.metrics().unchanged(id);
        Pace after = succeeded(false, false, terms, terms.freshFor());
        set(cursor(), after);
        keep(after);
        tools.events().publishEvent(new FeedPolled(id, null, terms.links()));
    }

    private void read(Fetched.Message fetched) {
        WireMessage message = fetched.wireMessage(source.feed(id), tools.clock().instant());
        if (message.sha256().equals(cursor().sha256())) {
            sameAgain(fetched, message);
            return;
        }
        tools.publishing().acquireUninterruptibly();
        try {
            take(fetched, message);
        } finally {
            tools.publishing().release();
        }
    }

    private void take(Fetched.Message fetched, WireMessage message) {
        Taken read = tools.intake().read(message);
        switch (read) {
            case Taken.Published all -> publish(fetched, message, all);
            case Taken.NothingUsable all ->
                unreadable(
                        message,
                        read,
                        "none of the items can be taken; the first, at %s: %s"
                                .formatted(
                                        all.refused().getFirst().at(),
                                        all.refused().getFirst().reason()));
            case Taken.Unreadable all -> {
                if (all.empty()) {
                    sameAgain(fetched, message);
                } else {
                    unreadable(message, read, all.at().isEmpty() ? all.reason() : all.at() + ": " + all.reason());
                }
            }
            case Taken.UnknownFormat all ->
                unreadable(message, read, "no format for %s".formatted(message.contentType()));
            case Taken.TooMuch all -> unreadable(message, read, all.at() + ": " + all.reason());
        }
    }

    private void publish(Fetched.Message fetched, WireMessage message, Taken.Published all) {
        Cursor.Step step = cursor().step(all, fetched.terms().validators(), message.sha256(), message.received());
        Taken.Published fresh = step.fresh();
        boolean news = !fresh.items().isEmpty();
        Pace after = succeeded(true, news, fetched.terms(), freshFor(fetched));
        var moved = List.of(
                tools.cursors().record(id, READ, step.cursor()), tools.cursors().record(id, PACE, after));
        if (news || !fresh.refused().isEmpty()) {
            tools.intake().take(message, fresh, moved);
            log.refused(fresh.refused());
        } else {
            tools.cursors().keep(moved);
        }
        if (news) {
            tools.metrics().fresh(id);
        } else {
            tools.metrics().unchanged(id);
        }
        set(step.cursor(), after);
        tools.events().publishEvent(new FeedPolled(id, fetched, fetched.terms().links()));
    }

    /** The message that is read already, or one without items: nothing is new, but the validators may be. */
    private void sameAgain(Fetched.Message fetched, WireMessage message) {
        Validators validators = fetched.terms().validators();
        Cursor before = cursor();
        Cursor again = before.readAgain(validators, message.sha256(), message.received());
        Pace after = succeeded(true, false, fetched.terms(), freshFor(fetched));
        if (validators.equals(before.validators()) && message.sha256().equals(before.sha256())) {
            again = before; // long, and every poll of a server without validators comes here
            keep(after);
        } else {
            tools.cursors()
                    .keep(List.of(
                            tools.cursors().record(id, READ, again),
                            tools.cursors().record(id, PACE, after)));
        }
        tools.metrics().unchanged(id);
        set(again, after);
        tools.events().publishEvent(new FeedPolled(id, fetched, fetched.terms().links()));
    }

    private static @Nullable Duration freshFor(Fetched.Message fetched) {
        Duration lifetime = fetched.terms().freshFor();
        Duration ttl = TimeToLive.of(fetched.body());
        return lifetime == null ? ttl : ttl == null || lifetime.compareTo(ttl) > 0 ? lifetime : ttl;
    }

    /** The cursor stays: what can not be read is not read, and is fetched again, less and less often. */
    private void unreadable(WireMessage message, Taken read, String reason) {
        if (!message.sha256().equals(pace().unreadable())) {
            tools.intake().take(message, read, List.of());
        }
        failed(reason, null, message.sha256());
    }

    private void failed(String reason, @Nullable Duration retryAfter, @Nullable String unreadable) {
        tools.metrics().failed(id);
        Instant now = tools.clock().instant();
        Pace before = pace();
        Pace after = rules.afterFailure(before.failed(now, LoggedReason.of(reason), unreadable), retryAfter, now);
        log.failed(before, after);
        set(cursor(), after);
        keep(after);
    }

    /** A pace that is not kept costs whoever has the feed next a poll, no more; the next one is kept again. */
    private void keep(Pace after) {
        try {
            tools.cursors().keep(List.of(tools.cursors().record(id, PACE, after)));
        } catch (Unavailable e) {
            log.paceNotKept(e);
        }
    }

    private Pace succeeded(boolean whole, boolean news, Terms terms, @Nullable Duration freshFor) {
        Instant now = tools.clock().instant();
        Pace before = pace();
        boolean pushed = now.isBefore(pushedUntil());
        return rules.afterSuccess(
                before.succeeded(now, whole, news, terms.movedTo()), news, pushed, freshFor, terms.retryAfter(), now);
    }

    private synchronized Instant pushedUntil() {
        return pushedUntil;
    }

    private synchronized void set(Cursor newCursor, Pace newPace) {
        cursor = newCursor;
        pace = newPace;
        returned = 0;
    }

    /** The broker's trouble, or a lack of memory, not the feed's: nothing was published and nothing moved. */
    private synchronized void returned(Unavailable reason) {
        tools.metrics().returned(id);
        if (!inHand) {
            return; // the service is stopping, or whoever has it now publishes it
        }
        returned++;
        log.returned(reason, returned);
        Instant now = tools.clock().instant();
        pace = pace.next(Duration.ofMillis(pace.interval()), now.plus(rules.backOff(returned)));
    }
}
