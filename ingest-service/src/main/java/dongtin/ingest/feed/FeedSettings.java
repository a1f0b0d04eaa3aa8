package dongtin.ingest.feed;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Looks at the feeds' settings as they were written: a key that means nothing, or a name that binding would silently change,
 * keeps the service from starting. An operator who mistypes {@code tokn-sha256} learns it then, not from a wire that stays out.
 */
@Component
class FeedSettings {

    private static final String FEEDS = "dongtin.ingest.feeds";

    /** What stands in a path as it is (RFC 3986, unreserved), but for dots alone. */
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

    /** What binding leaves as it is without brackets. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]{1,64}");

    FeedSettings(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(FeedSettings::names)
                .filter(name -> name.startsWith(FEEDS))
                .forEach(FeedSettings::requireFeedName);
        Binder.get(environment)
                .bind(
                        FEEDS,
                        Bindable.mapOf(String.class, FeedProperties.Source.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Arrays.stream(listed.getPropertyNames())
                : Stream.empty();
    }

    private static void requireFeedName(String setting) {
        String rest = setting.substring(FEEDS.length());
        boolean bracketed = rest.startsWith("[") || rest.startsWith(".[");
        String name = bracketed
                ? rest.substring(rest.indexOf('[') + 1, Math.max(rest.indexOf(']'), rest.indexOf('[') + 1))
                : rest.replaceFirst("^\\.", "").replaceFirst("\\..*", "");
        if (!SEGMENT.matcher(name).matches()) {
            throw new SettingRefused(
                    "%s: a feed's name is part of its address, so it has letters, digits and - . _ ~ only, 64 at most"
                            .formatted(setting));
        }
        if (!bracketed && !PLAIN.matcher(name).matches()) {
            throw new SettingRefused(
                    "%s: write the feed's name in brackets, %s.[%s]; only a-z, 0-9 and - stay as they are without"
                            .formatted(setting, FEEDS, name));
        }
    }
}
