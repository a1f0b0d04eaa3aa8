package dongtin.ingest;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.poll.FetchProperties;
import dongtin.ingest.raw.IntakeProperties;
import jakarta.validation.Validation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** The service's own settings, from its files, the JVM's properties and the environment, without starting the service. */
final class Settings {

    private final Binder binder;
    private final ValidationBindHandler checking = new ValidationBindHandler(
            new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator()));

    private Settings(Binder binder) {
        this.binder = binder;
    }

    /** A setting can not be understood; the message names its key. */
    static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }

    /**
     * Reads the settings.
     *
     * @param config a file whose settings come before those of the usual places
     */
    static Settings read(@Nullable Path config) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("command", properties(config)));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (ConfigDataException | IllegalStateException e) {
            throw new Wrong(String.valueOf(e.getMessage()));
        }
        return new Settings(Binder.get(environment));
    }

    /** What tells Boot where the settings are. */
    static Map<String, Object> properties(@Nullable Path config) {
        var properties = new HashMap<String, Object>(Map.of("spring.config.name", "ingest-service"));
        if (config != null) {
            if (!Files.isReadable(config)) {
                throw new Wrong("%s is not there, or can not be read".formatted(config));
            }
            properties.put("spring.config.additional-location", "file:" + config.toAbsolutePath());
        }
        return properties;
    }

    FeedProperties feeds() {
        return bind("dongtin.ingest", FeedProperties.class);
    }

    IntakeProperties intake() {
        return bind("dongtin.ingest.intake", IntakeProperties.class);
    }

    FetchProperties fetch() {
        return bind("dongtin.ingest.fetch", FetchProperties.class);
    }

    private <T> T bind(String key, Class<T> type) {
        try {
            return binder.bindOrCreate(key, Bindable.of(type), checking);
        } catch (BindException e) {
            throw new Wrong(said(e));
        }
    }

    private static String said(BindException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof BindValidationException invalid) {
            var errors = invalid.getValidationErrors();
            var said = errors.getAllErrors().stream()
                    .map(error -> error instanceof FieldError field
                            ? errors.getName() + "." + field.getField() + " " + field.getDefaultMessage()
                            : errors.getName() + " " + error.getDefaultMessage())
                    .toList();
            return String.join("\n", said);
        }
        return "%s: %s".formatted(failure.getName(), innermost.getMessage());
    }
}
