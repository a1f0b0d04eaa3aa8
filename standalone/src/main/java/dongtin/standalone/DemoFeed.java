package dongtin.standalone;

import java.net.URI;
import java.util.List;

/** The feed that is ready for everybody on this machine: its token is no secret, so it works from loopback alone. */
final class DemoFeed {

    static final String TOKEN = "demo-token";

    /** {@code printf %s demo-token | sha256sum}. */
    private static final String TOKEN_SHA256 = "7c43ef5ae21d43ce2743f770c68e24def1a43ee2f416d2438410c8af7af2ff2c";

    private DemoFeed() {}

    /** The settings that let ingest-service take it. */
    static List<String> arguments() {
        String feed = "--dongtin.ingest.feeds.demo.";
        return List.of(
                feed + "provider=Thông tấn Dòng Tin",
                feed + "push.token-sha256=" + TOKEN_SHA256,
                feed + "push.loopback-only=true");
    }

    static URI items(int port) {
        return URI.create("http://127.0.0.1:%d/v1/feeds/demo/items".formatted(port));
    }
}
