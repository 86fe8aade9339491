package org.dudao.task.limiting;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dudao.startup.Caller;
import org.dudao.startup.Language;
import org.dudao.startup.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Each school's system has its own allowance, which fills up evenly over a minute. One loop gone wild must not keep the
 * others waiting. Counted per process: behind several replicas the allowance is that much larger.
 */
@ApplicationScoped
public class LimitSchoolSystems {

    private static final String SEEN = LimitSchoolSystems.class.getName();

    private final int perMinute;
    private final Caller caller;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    LimitSchoolSystems(
            @ConfigProperty(name = "dudao.school-system.requests-per-minute", defaultValue = "600") int perMinute,
            Caller caller) {
        this.perMinute = perMinute;
        this.caller = caller;
    }

    record Refusal(String type, String title, int status, String detail) {}

    @ServerRequestFilter
    public @Nullable Response count(ContainerRequestContext request, HttpHeaders headers) {
        if (!caller.is(Role.SCHOOL_SYSTEM)) {
            return null;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(caller.username(), name -> full()).tryConsumeAndReturnRemaining(1);
        request.setProperty(SEEN, probe);
        return probe.isConsumed() ? null : refuse(probe, Language.chinese(headers));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private Response refuse(ConsumptionProbe probe, boolean chinese) {
        long wait = seconds(probe.getNanosToWaitForRefill());
        return Response.status(429)
                .type("application/problem+json")
                .header(HttpHeaders.RETRY_AFTER, wait)
                .entity(new Refusal(
                        "urn:dudao:problem:too-many-requests",
                        chinese ? "请求过多" : "Too many requests",
                        429,
                        chinese
                                ? "每分钟最多 " + perMinute + " 次请求，请在 " + wait + " 秒后重试；批量填报请用 POST tasks/reports。"
                                : "At most " + perMinute + " requests a minute; try again in " + wait
                                        + " seconds. For many reports use POST tasks/reports."))
                .build();
    }

    /** The allowance, what is left of it, and in how many seconds it is whole again. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SEEN) instanceof ConsumptionProbe probe) {
            response.getHeaders().add("RateLimit-Limit", perMinute);
            response.getHeaders().add("RateLimit-Remaining", probe.getRemainingTokens());
            response.getHeaders().add("RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
