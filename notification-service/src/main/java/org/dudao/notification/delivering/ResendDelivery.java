package org.dudao.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.notification.Deliveries;
import org.dudao.notification.Delivery;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;

/** A person has mended what made it fail. */
@ApplicationScoped
public class ResendDelivery {

    private final Deliveries deliveries;
    private final Audit audit;
    private final Clock clock;

    ResendDelivery(Deliveries deliveries, Audit audit, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asked again while it waits, it changes nothing. */
    @Transactional
    public DeliveryView resend(UUID id, Caller caller, boolean chinese) {
        Delivery delivery =
                deliveries.lockedWithin(id, caller.unitPath()).orElseThrow(() -> Problem.notFound("投递", id));
        int attempts = delivery.attempts();
        if (delivery.resend(clock.instant())) {
            audit.record(
                    caller,
                    "resent",
                    "delivery",
                    id,
                    Map.of("state", "failed", "attempts", attempts),
                    Map.of("state", "queued"));
        }
        return DeliveryView.of(delivery, chinese);
    }
}
