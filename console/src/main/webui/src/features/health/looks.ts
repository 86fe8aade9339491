import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import type { DeadLetterState } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what deliveries and dead letters look like. Red means overdue and nothing else, so failure is amber. */
export const DELIVERY_LOOKS = {
  queued: { tone: 'grey', icon: ClockCircleOutlined },
  sending: { tone: 'blue', icon: SyncOutlined },
  sent: { tone: 'green', icon: CheckCircleOutlined },
  failed: { tone: 'amber', icon: CloseCircleOutlined },
} satisfies Record<string, Look>;
export type DeliveryState = keyof typeof DELIVERY_LOOKS;

export const LETTER_LOOKS: Record<DeadLetterState, Look> = {
  waiting: { tone: 'amber', icon: ClockCircleOutlined },
  replayed: { tone: 'green', icon: CheckCircleOutlined },
  discarded: { tone: 'grey', icon: MinusCircleOutlined },
};
export const LETTER_STATES = Object.keys(LETTER_LOOKS) as DeadLetterState[];
