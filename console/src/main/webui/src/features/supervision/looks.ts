import AlertOutlined from '@ant-design/icons/AlertOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import PhoneOutlined from '@ant-design/icons/PhoneOutlined';
import RedoOutlined from '@ant-design/icons/RedoOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import type { AlertState, Rung, StepState } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what alerts, rungs and steps look like. An open alert is overdue by nature, hence red. */
export const ALERT_LOOKS: Record<AlertState, Look> = {
  open: { tone: 'red', icon: ExclamationCircleOutlined },
  resolved: { tone: 'green', icon: CheckCircleOutlined },
  closed: { tone: 'grey', icon: MinusCircleOutlined },
};
export const RUNG_LOOKS: Record<Rung, Look> = {
  REMINDER: { tone: 'grey', icon: BellOutlined },
  URGING: { tone: 'amber', icon: PhoneOutlined },
  WARNING: { tone: 'amber', icon: AlertOutlined },
  SUPERVISION: { tone: 'amber', icon: AuditOutlined },
  BULLETIN: { tone: 'amber', icon: NotificationOutlined },
  TALK: { tone: 'amber', icon: TeamOutlined },
  ACCOUNTABILITY: { tone: 'amber', icon: SafetyCertificateOutlined },
};
export const STEP_LOOKS: Record<StepState, Look> = {
  planned: { tone: 'grey', icon: ClockCircleOutlined },
  taken: { tone: 'blue', icon: CheckCircleOutlined },
  proposed: { tone: 'purple', icon: AuditOutlined },
  signed: { tone: 'blue', icon: SafetyCertificateOutlined },
  dropped: { tone: 'grey', icon: MinusCircleOutlined },
};
export const LADDER_LOOKS: Record<'inForce' | 'former' | 'draft', Look> = {
  inForce: { tone: 'green', icon: CheckCircleOutlined },
  former: { tone: 'grey', icon: MinusCircleOutlined },
  draft: { tone: 'purple', icon: ClockCircleOutlined },
};
/** The same task was late before. */
export const REPEATED_LOOK: Look = { tone: 'amber', icon: RedoOutlined };
export const RUNGS = Object.keys(RUNG_LOOKS) as Rung[];
export const ALERT_STATES = Object.keys(ALERT_LOOKS) as AlertState[];
