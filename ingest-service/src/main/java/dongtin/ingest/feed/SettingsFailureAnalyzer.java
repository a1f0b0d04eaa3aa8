package dongtin.ingest.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says in one line which setting keeps the service from starting: its key, its value unless that may be a secret, where it was
 * set, and what is expected. Boot finds it by {@code spring.factories}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer implements FailureAnalyzer {

    private static final String OURS = "dongtin.ingest.";

    /** The feed's own name says nothing of whether a value is secret. */
    private static final Pattern FEED = Pattern.compile("^(?:dongtin\\.ingest\\.)?feeds[.\\[][^.]*+");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return find(failure, SettingRefused.class, SettingsFailureAnalyzer::refused)
                .or(() ->
                        find(failure, UnboundConfigurationPropertiesException.class, SettingsFailureAnalyzer::unknown))
                .or(() -> find(failure, BindValidationException.class, SettingsFailureAnalyzer::invalid))
                .or(() -> find(failure, BindException.class, SettingsFailureAnalyzer::unbound))
                .filter(description -> description.startsWith(OURS))
                .map(description -> new FailureAnalysis(
                        description,
                        "Mend the setting. docs/feeds.md and ingest-service.yml say what there is.",
                        failure))
                .orElse(null);
    }

    private static <T extends Throwable> Optional<String> find(
            Throwable failure, Class<T> type, Function<T, String> describe) {
        return causes(failure)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .map(describe);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .takeWhile(cause -> cause != null)
                .map(Throwable.class::cast);
    }

    private static String refused(SettingRefused refused) {
        return String.valueOf(refused.getMessage());
    }

    private static String unknown(UnboundConfigurationPropertiesException unbound) {
        return unbound.getUnboundProperties().stream()
                .map(property -> "%s is no setting%s".formatted(property.getName(), origin(property.getOrigin())))
                .collect(Collectors.joining("\n"));
    }

    private static String invalid(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> invalid.getValidationErrors().getName() + error(error))
                .collect(Collectors.joining("\n"));
    }

    private static String error(ObjectError error) {
        return error instanceof FieldError field
                ? ".%s is %s: it %s%s"
                        .formatted(
                                key(field.getField()),
                                shown(field.getField(), field.getRejectedValue()),
                                field.getDefaultMessage(),
                                origin(Origin.from(field)))
                : ": " + error.getDefaultMessage();
    }

    /** The key as it is written: {@code feeds.demo.some-thing} for {@code feeds[demo].someThing}. */
    private static String key(String field) {
        var key = new StringBuilder(field.replaceFirst("\\[([a-z0-9-]+)]", ".$1"));
        for (int i = key.length() - 1; i > Math.max(0, key.lastIndexOf("]")); i--) {
            if (Character.isUpperCase(key.charAt(i))) {
                key.replace(i, i + 1, "-" + Character.toLowerCase(key.charAt(i)));
            }
        }
        return key.toString();
    }

    private static String unbound(BindException failure) {
        Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
        ConfigurationProperty property = failure.getProperty();
        boolean ofTheWhole = root instanceof IllegalArgumentException
                && property != null
                && !property.getName().equals(failure.getName());
        if (property == null || ofTheWhole) {
            String message = String.valueOf(root.getMessage());
            return message.startsWith(OURS) ? message : "%s: %s".formatted(failure.getName(), message);
        }
        String name = property.getName().toString();
        return "%s is %s: %s%s"
                .formatted(name, shown(name, property.getValue()), root.getMessage(), origin(property.getOrigin()));
    }

    private static String shown(String name, @Nullable Object value) {
        String lower = FEED.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
        boolean secret =
                Stream.of("secret", "token", "password", "key", "header").anyMatch(lower::contains);
        if (value == null) {
            return "not set";
        }
        return secret ? "not shown" : "'" + value + "'";
    }

    private static String origin(@Nullable Origin origin) {
        return origin == null ? "" : " (" + origin + ")";
    }
}
