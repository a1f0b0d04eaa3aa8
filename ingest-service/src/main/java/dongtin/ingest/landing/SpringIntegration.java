package dongtin.ingest.landing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.stereotype.Component;

/**
 * Gives Spring Integration's adapters the beans of its own that they need. Those live in a context of their own, made when
 * the first adapter asks: an instance without landings never loads them. Thread-safe.
 */
@Component
public class SpringIntegration implements DisposableBean {

    private @Nullable AnnotationConfigApplicationContext context;

    /** The adapter, ready for use. */
    public synchronized <T> T ready(T adapter) {
        if (context == null) {
            context = new AnnotationConfigApplicationContext(Beans.class);
        }
        String name = adapter.getClass().getSimpleName();
        context.getAutowireCapableBeanFactory().initializeBean(adapter, name);
        return adapter;
    }

    @Override
    public synchronized void destroy() {
        if (context != null) {
            context.close();
        }
    }

    /** No {@code @Configuration}: the service's own context would find and load it. */
    @EnableIntegration
    static class Beans {}
}
