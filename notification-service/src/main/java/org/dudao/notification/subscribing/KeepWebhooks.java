package org.dudao.notification.subscribing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dudao.contracts.UnitRef;
import org.dudao.notification.Settings;
import org.dudao.notification.Webhook;
import org.dudao.notification.WebhookKinds;
import org.dudao.notification.WebhookTargets;
import org.dudao.notification.Webhooks;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.KnownUnits;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.jspecify.annotations.Nullable;

/** Who looks after a unit's system makes, changes and removes its webhooks. Each act is on the record, no secret is. */
@ApplicationScoped
class KeepWebhooks {

    private static final String SUBJECT = "webhook";

    private final Webhooks webhooks;
    private final WebhookTargets targets;
    private final KnownUnits units;
    private final Idempotency idempotency;
    private final Settings.Webhook settings;
    private final Audit audit;
    private final Clock clock;

    KeepWebhooks(
            Webhooks webhooks,
            WebhookTargets targets,
            KnownUnits units,
            Idempotency idempotency,
            Settings settings,
            Audit audit,
            Clock clock) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.units = units;
        this.idempotency = idempotency;
        this.settings = settings.webhook();
        this.audit = audit;
        this.clock = clock;
    }

    /** @param fresh whether it was made now, and not by the same request before */
    record Made(Webhook webhook, boolean fresh) {}

    @Transactional
    Made make(Caller caller, @Nullable String key, @Nullable String unitId, String url, List<String> asked) {
        UnitRef unit = unitOf(caller, unitId);
        List<String> kinds = kinds(asked);
        AtomicBoolean fresh = new AtomicBoolean();
        UUID id = idempotency.once(caller, key, Idempotency.asked(SUBJECT, unit.id(), url, kinds), () -> {
            fresh.set(true);
            return make(caller, unit, url, kinds);
        });
        return new Made(webhooks.required(id, caller.unitPath()), fresh.get());
    }

    private UUID make(Caller caller, UnitRef unit, String url, List<String> kinds) {
        targets.check(url);
        if (webhooks.countOf(unit.id()) >= settings.mostPerUnit()) {
            int most = settings.mostPerUnit();
            throw Problem.conflict(
                    "too-many-webhooks",
                    "每个单位最多 " + most + " 个推送地址，请先删除不用的。",
                    "A unit has at most " + most + " webhooks; remove one that is not needed.");
        }
        Webhook webhook = new Webhook(Outbox.newId(), unit, url.strip(), kinds, clock.instant());
        webhooks.persistAndFlush(webhook);
        audit.record(caller, "subscribed", SUBJECT, webhook.id(), null, facts(webhook));
        return webhook.id();
    }

    private UnitRef unitOf(Caller caller, @Nullable String unitId) {
        if (unitId == null) {
            return caller.unit();
        }
        return units.find(unitId)
                .filter(unit -> caller.sees(unit.path()))
                .orElseThrow(() ->
                        Problem.invalid("unitId", "没有这个单位，或不在您的权限范围内。", "There is no such unit within your scope."));
    }

    private static List<String> kinds(List<String> asked) {
        List<String> known = WebhookKinds.all();
        for (String kind : asked) {
            if (!known.contains(kind)) {
                throw Problem.invalid("kinds", "没有这种事件：" + kind + "。", "There is no such event: " + kind + ".");
            }
        }
        if (asked.isEmpty()) {
            throw Problem.invalid("kinds", "请至少选择一种事件。", "Choose at least one event.");
        }
        return List.copyOf(new LinkedHashSet<>(asked));
    }

    @Transactional
    Webhook change(Caller caller, UUID id, @Nullable String ifMatch, String url, List<String> asked, boolean enabled) {
        Webhook webhook = webhooks.locked(id, caller.unitPath());
        Versions.requireMatch(ifMatch, webhook.version());
        List<String> kinds = kinds(asked);
        if (enabled) {
            targets.check(url);
        }
        Object before = facts(webhook);
        webhook.change(url.strip(), kinds, enabled);
        webhooks.flush();
        audit.record(caller, "changed", SUBJECT, id, before, facts(webhook));
        return webhook;
    }

    @Transactional
    Webhook rotate(Caller caller, UUID id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.locked(id, caller.unitPath());
        Versions.requireMatch(ifMatch, webhook.version());
        webhook.rotate(clock.instant(), settings.formerSecret());
        webhooks.flush();
        audit.record(
                caller, "rotated", SUBJECT, id, null, Map.of("formerUntil", String.valueOf(webhook.formerUntil())));
        return webhook;
    }

    @Transactional
    void remove(Caller caller, UUID id) {
        Webhook webhook = webhooks.locked(id, caller.unitPath());
        webhooks.delete(webhook);
        audit.record(caller, "removed", SUBJECT, id, facts(webhook), null);
    }

    private static Object facts(Webhook webhook) {
        return Map.of(
                "unit", webhook.unitId(), "url", webhook.url(), "kinds", webhook.kinds(), "enabled", webhook.enabled());
    }
}
