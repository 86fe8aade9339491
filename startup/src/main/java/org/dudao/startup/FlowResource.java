package org.dudao.startup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whether events run through this service or pile up: what its metrics say, for who looks after the system. */
@Path("flow")
public class FlowResource {

    private final MeterRegistry metrics;

    public FlowResource(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * @param outboxBacklog events committed and not yet on Kafka
     * @param consumerLag events on Kafka that this service has not settled
     * @param deadLettersWaiting events that it could not handle and nobody has settled
     * @param oldestUnfiredSeconds how long the oldest deadline has been due without having fired; task-service only
     * @param dueToAlertSeconds from the end of a day to its alert, 99 of 100 in the last hour; supervision-service only
     */
    record Flow(
            @Nullable Long outboxBacklog,
            @Nullable Long consumerLag,
            @Nullable Long deadLettersWaiting,
            @Nullable Double oldestUnfiredSeconds,
            @Nullable Double dueToAlertSeconds) {}

    @GET
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Backlogs and delays of this service",
            description = "null: not known at the moment, or not a figure of this service.")
    public Flow now() {
        return new Flow(
                whole("outbox_backlog"),
                whole("consumer_lag"),
                whole("dead_letters_waiting"),
                figure("deadline_oldest_unfired_seconds"),
                figure("due_to_alert_p99_seconds"));
    }

    private @Nullable Long whole(String name) {
        Double figure = figure(name);
        return figure == null ? null : Math.round(figure);
    }

    private @Nullable Double figure(String name) {
        Collection<Gauge> gauges = metrics.find(name).gauges();
        double sum = gauges.stream().mapToDouble(Gauge::value).sum();
        return gauges.isEmpty() || Double.isNaN(sum) ? null : sum;
    }
}
