package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.feed.SigningSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WebhookSignatureTests {

    private static final long TIME = 1_614_265_330;

    /** The example of the specification of Standard Webhooks. */
    @Test
    void exampleOfTheSpecificationIsRight() {
        var request = signed(String.valueOf(TIME), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        var signature =
                WebhookSignature.of(request, Instant.ofEpochSecond(TIME)).orElseThrow();
        var secrets = List.of(SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(signature.signs("{\"test\": 2432232314}".getBytes(UTF_8), secrets))
                .isTrue();
        assertThat(signature.signs("{\"test\": 2432232315}".getBytes(UTF_8), secrets))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
    void timeIsGoodForFiveMinutesBothWays(int offset, boolean good) {
        var request = signed(String.valueOf(TIME + offset), "v1,x");

        assertThat(WebhookSignature.of(request, Instant.ofEpochSecond(TIME)).isPresent())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "1614265330.0", "+1614265330", "99999999999999999999", "soon"})
    void timeThatIsNoneIsNotTaken(String timestamp) {
        assertThat(WebhookSignature.of(signed(timestamp, "v1,x"), Instant.ofEpochSecond(TIME)))
                .isEmpty();
    }

    private static MockHttpServletRequest signed(String timestamp, String signatures) {
        var request = new MockHttpServletRequest();
        request.addHeader("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
        request.addHeader("webhook-timestamp", timestamp);
        request.addHeader("webhook-signature", signatures);
        return request;
    }
}
