import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import WarningOutlined from '@ant-design/icons/WarningOutlined';
import type { WebhookView } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what webhooks and their calls look like. Red means overdue and nothing else, so failure is amber. */
export const HEALTH_LOOKS = {
  well: { tone: 'green', icon: CheckCircleOutlined },
  fresh: { tone: 'blue', icon: ClockCircleOutlined },
  failing: { tone: 'amber', icon: WarningOutlined },
  disabled: { tone: 'amber', icon: CloseCircleOutlined },
  off: { tone: 'grey', icon: PauseCircleOutlined },
} satisfies Record<string, Look>;
export type Health = keyof typeof HEALTH_LOOKS;

export const CALL_LOOKS = {
  queued: { tone: 'grey', icon: ClockCircleOutlined },
  sending: { tone: 'blue', icon: SyncOutlined },
  sent: { tone: 'green', icon: CheckCircleOutlined },
  failed: { tone: 'amber', icon: CloseCircleOutlined },
} satisfies Record<string, Look>;
export const CALL_STATES = ['failed', 'queued', 'sending', 'sent'] as const;

export function healthOf({ enabled, disabledBecause, failures, succeededAt }: WebhookView): Health {
  if (!enabled) return disabledBecause ? 'disabled' : 'off';
  if (failures > 0) return 'failing';
  return succeededAt ? 'well' : 'fresh';
}

export const KINDS = [
  'task.assigned', 'task.accepted', 'task.due-soon', 'task.overdue', 'task.still-overdue', 'task.reported', 'task.report-missed', 'task.report-returned', 'task.blocked', 'task.unblocked', 'task.submitted', 'task.returned', 'task.completed',
  'task.extended', 'task.suspended', 'task.resumed', 'task.extension-asked', 'task.extension-refused', 'task.cancelled', 'task.amended',
  'alert.raised', 'alert.escalated', 'alert.acknowledged', 'alert.resolved', 'alert.closed', 'webhook.test',
] as const;

/** The word of a CloudEvents type in the dictionary; none for one that is newer than this page. */
export function kindOf(type: string) {
  const kind = KINDS.find((known) => `dudao.${known}.v1` === type);
  return kind && (kind.replace('.', '-') as Dashed<typeof kind>);
}
type Dashed<Kind extends string> = Kind extends `${infer Subject}.${infer Fact}` ? `${Subject}-${Fact}` : never;
