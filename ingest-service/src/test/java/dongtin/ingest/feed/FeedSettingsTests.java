package dongtin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

class FeedSettingsTests {

    private static final String HASH = "a".repeat(64);

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Feeds.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo.zone=Asia/Hanoii | demo.zone is 'Asia/Hanoii': Unknown time-zone ID: Asia/Hanoii",
                "other.zone=UTC | other.provider is not set: it must not be blank",
                "monkey.zone=Mars | monkey.zone is 'Mars': Unknown time-zone ID: Mars",
                "demo.provider= | demo.provider is '': it must not be blank",
                "demo.push.token-sha256=demo-token | demo.push: token-sha256[0] is no SHA-256 in hexadecimal",
                "demo.push.signing-secrets=geheim | demo.push: signing-secrets[0] is no signing secret (whsec_ and 24 to 64",
                "demo.push.signing-secrets=whsec_geheim? | demo.push: signing-secrets[0] is no signing secret",
                "demo.push.signing-secrets=whsec_Z2VoZWlt | demo.push: signing-secrets[0] is no signing secret",
                "demo.push.loopback-only=true | demo.push: neither token-sha256 nor signing-secrets is set",
                "demo.push.loopback-only=maybe | demo.push.loopback-only is 'maybe': Invalid boolean value 'maybe'",
                "demo.push.tokn-sha256=aa | demo.push.tokn-sha256 is no setting",
                "demo.zoned=UTC | demo.zoned is no setting",
                "a/b.provider=X | a/b.provider: a feed's name is part of its address",
                "[a/b].provider=X | [a/b].provider: a feed's name is part of its address",
                "[..].provider=X | [..].provider: a feed's name is part of its address",
                "tên.provider=X | tên.provider: a feed's name is part of its address",
                "some_wire.provider=X | some_wire.provider: write the feed's name in brackets, dongtin.ingest.feeds.[some_wire]",
            })
    void wrongSettingIsNamedWithWhatIsExpected(String setting, String description) {
        assertThat(refusal(setting).getDescription())
                .startsWith("dongtin.ingest.feeds." + description.replaceFirst("^\\[", "["));
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-second=0", "burst=-1", "in-flight=0", "in-flight=many"})
    void limitThatIsNoneIsNamed(String limit) {
        String key = limit.replaceFirst("=.*", "");

        assertThat(refusal("demo.push.token-sha256=" + HASH, "demo.push." + limit)
                        .getDescription())
                .startsWith("dongtin.ingest.feeds.demo.push")
                .contains(key)
                .contains(limit.replaceFirst(".*=", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signing-secrets=whsec_geheim", "token-sha256=geheim"})
    void whatMayBeASecretIsNotRepeated(String setting) {
        Throwable failure = failure("demo.push." + setting);

        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("demo.push").doesNotContain("geheim");
        assertThat(refusal("demo.push." + setting).getDescription()).doesNotContain("geheim");
    }

    @Test
    void nameInBracketsIsKeptAsItIs() {
        runner.withPropertyValues(feed("[Some_Wire.v2].provider=X"))
                .run(context ->
                        assertThat(feeds(context).source("Some_Wire.v2")).isPresent());
    }

    @Test
    void secretOfTheEnvironmentIsTakenByPlaceholder() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "secrets", Map.of("WIRE_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
                .withPropertyValues(feed("demo.push.signing-secrets=${WIRE_SECRET}"))
                .run(context -> assertThat(
                                feeds(context).source("demo").orElseThrow().push())
                        .extracting(PushSettings::signingSecrets)
                        .hasToString("[whsec_***]"));
    }

    private FailureAnalysis refusal(String... settings) {
        return Objects.requireNonNull(new SettingsFailureAnalyzer().analyze(failure(settings)));
    }

    private Throwable failure(String... settings) {
        var failures = new ArrayList<Throwable>();
        runner.withPropertyValues(feed(settings))
                .run(context -> failures.add(Objects.requireNonNull(context.getStartupFailure())));
        return failures.getFirst();
    }

    private static String[] feed(String... settings) {
        String[] whole = new String[settings.length + 1];
        whole[0] = "dongtin.ingest.feeds.demo.provider=Bản tin mẫu";
        for (int i = 0; i < settings.length; i++) {
            whole[i + 1] = "dongtin.ingest.feeds." + settings[i];
        }
        return whole;
    }

    private static FeedProperties feeds(AssertableApplicationContext context) {
        return context.getBean(FeedProperties.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FeedProperties.class)
    @Import(FeedSettings.class)
    static class Feeds {}
}
