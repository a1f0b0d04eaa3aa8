package dongtin.ingest.format;

import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What RSS, Atom and JSON Feed have in common: how an item's parts become fields, and how items that share a guid stay apart. */
final class FeedItem {

    private static final Pattern INLINE_TAG = Pattern.compile(
            "</?(?:b|i|u|a|em|strong|span|font|sub|sup|br|p)(?:\\s[^<>]*+)?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*+>");
    private static final Pattern ESCAPED_TAG = Pattern.compile(
            "&lt;/(?:p|div|a|b|i|em|strong|span|ul|li|h[1-6])&gt;|&lt;(?:br|img)\\b", Pattern.CASE_INSENSITIVE);

    private static final int ENOUGH = 100;

    private FeedItem() {}

    /** Words that should be plain, and often are HTML or escaped once too often. */
    static String plain(String text) {
        return WireText.line(
                INLINE_TAG.matcher(text).find() ? HtmlText.of(text).text() : Parser.unescapeEntities(text, false));
    }

    /** Sets the body to what a feed calls a description: HTML, or plain words. */
    static void body(String source, @Nullable URI base, ItemDraft draft) {
        String html = source.indexOf('<') < 0 && ESCAPED_TAG.matcher(source).find()
                ? Parser.unescapeEntities(source, false)
                : source;
        if (TAG.matcher(html).find()) {
            HtmlText read = HtmlText.of(html, base == null ? "" : base.toString());
            draft.bodyHtml = read.html();
            draft.body = read.text();
        } else {
            draft.body = WireText.paragraphs(Parser.unescapeEntities(html, false));
        }
    }

    /** A summary beside a body: kept as the subheadline, unless the body begins with it. */
    static void summary(@Nullable String source, ItemDraft draft) {
        String summary = source == null ? "" : WireText.line(HtmlText.of(source).text());
        if (!summary.isEmpty()
                && !summary.equals(draft.headline)
                && !WireText.line(draft.body).startsWith(summary)) {
            draft.subheadline = summary;
        }
    }

    /** Plain words as HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Looks among the first ones only, so that an item of a million authors takes no million times a million steps. */
    private static <T> boolean has(List<T> list, T one) {
        return list.subList(0, Math.min(list.size(), ENOUGH)).contains(one);
    }

    static void byline(@Nullable String name, ItemDraft draft) {
        String byline = name == null ? "" : plain(name);
        if (!byline.isEmpty() && !has(draft.bylines, byline)) {
            draft.bylines.add(byline);
        }
    }

    /** @param scheme what the term is a term of; empty where not stated */
    static void subject(String scheme, String term, String label, ItemDraft draft) {
        String code = plain(term);
        String name = plain(label);
        if (code.isEmpty() && name.isEmpty()) {
            return;
        }
        String full = scheme.isEmpty() || code.isEmpty()
                ? code
                : scheme + (scheme.matches(".*[/#:]") ? "" : scheme.contains("/") ? "#" : ":") + code;
        boolean coded = !scheme.isEmpty() || !name.isEmpty();
        var subject = new Subject(coded && !full.isEmpty() ? full : null, name.isEmpty() ? code : name);
        if (!has(draft.subjects, subject)) {
            draft.subjects.add(subject);
        }
    }

    /** @param type a MIME type or a word for one; empty where not stated */
    static void media(
            String field, String type, @Nullable URI base, String address, @Nullable String caption, ItemDraft draft) {
        URI link = address.isBlank() ? null : FeedLinks.web(field, base, address, draft);
        if (link == null
                || draft.media.stream()
                        .limit(ENOUGH)
                        .anyMatch(media -> media.link().equals(link))) {
            return;
        }
        String words = caption == null ? "" : plain(caption);
        draft.media.add(new Media(type.isBlank() ? null : ItemDraft.kind(type), link, words.isEmpty() ? null : words));
    }

    /** Sets what follows from the rest: what an item without an identifier or a time of its version is known and ordered by. */
    static void complete(ItemDraft draft, String idField, String dateField) {
        if (draft.guid == null && draft.link != null) {
            draft.guid = draft.link.toString();
        }
        if (draft.guid == null) {
            draft.problem(
                    idField, "absent, derived from " + (draft.headline.isEmpty() ? "the text" : "headline and time"));
        }
        draft.versionAssumed = draft.firstCreated;
        if (draft.firstCreated == null && draft.versionCreated == null) {
            draft.problem(dateField, "no time, ordered by receipt");
        }
    }

    /**
     * The answers for a feed in XML: an item read or refused on its own, a refusal for each place where the XML breaks.
     *
     * @param feed whether the root is a feed's: a page that is only declared as a feed has no items, either
     */
    static List<Reading> readings(
            XmlMessage xml,
            boolean feed,
            Function<XmlElement, ItemDraft> read,
            Function<ItemDraft, @Nullable Instant> versionTime) {
        IdentityHashMap<XmlMessage.Found, ItemDraft> drafts = new IdentityHashMap<>();
        IdentityHashMap<XmlMessage.Found, Reading> tooMuch = new IdentityHashMap<>();
        var inOrder = new ArrayList<ItemDraft>();
        for (XmlMessage.Found found : xml.found()) {
            if (found instanceof XmlMessage.Whole whole) {
                try {
                    ItemDraft draft = read.apply(whole.element());
                    drafts.put(found, draft);
                    inOrder.add(draft);
                } catch (Excess e) {
                    tooMuch.put(found, new Reading.Refused(whole.element().at(), e.reason()));
                }
            }
        }
        if (drafts.isEmpty() && tooMuch.isEmpty()) {
            return List.of(xml.malformed(feed ? "a feed" + Reading.Malformed.WITHOUT_ITEMS : "no feed, by its root"));
        }
        keepApart(inOrder, versionTime);
        return xml.found().stream()
                .map(found -> switch (found) {
                    case XmlMessage.Broken broken -> new Reading.Refused(broken.at(), broken.reason());
                    case XmlMessage.Whole whole -> {
                        ItemDraft draft = drafts.get(found);
                        yield draft == null
                                ? Objects.requireNonNull(tooMuch.get(found))
                                : draft.finish(whole.element().at());
                    }
                })
                .toList();
    }

    /**
     * Tells items under one guid apart. Those that are versions of one story by their times are not touched; of different
     * items the first keeps the guid's own identity, each other one's is derived from guid, link and headline.
     */
    static void keepApart(List<ItemDraft> drafts, Function<ItemDraft, @Nullable Instant> versionTime) {
        Map<String, List<ItemDraft>> byGuid = new HashMap<>();
        for (ItemDraft draft : drafts) {
            if (draft.guid == null || draft.status == Status.CANCELED) {
                continue;
            }
            List<ItemDraft> same = byGuid.computeIfAbsent(draft.guid, guid -> new ArrayList<>());
            if (!same.isEmpty() && different(same.getFirst(), draft, versionTime)) {
                draft.apart = draft.link + "\n" + draft.headline;
                draft.problem("guid", draft.guid + " is another item's too");
                if (same.size() == 1) {
                    same.getFirst().problem("guid", draft.guid + " is another item's too");
                }
            }
            if (same.isEmpty() || draft.apart != null) {
                same.add(draft);
            }
        }
    }

    private static boolean different(
            ItemDraft one, ItemDraft other, Function<ItemDraft, @Nullable Instant> versionTime) {
        Instant time = versionTime.apply(one);
        Instant otherTime = versionTime.apply(other);
        if (time != null && otherTime != null && !time.equals(otherTime)) {
            return false;
        }
        return !one.headline.equals(other.headline) || !String.valueOf(one.link).equals(String.valueOf(other.link));
    }
}
