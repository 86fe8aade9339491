import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import FallOutlined from '@ant-design/icons/FallOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import RiseOutlined from '@ant-design/icons/RiseOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import UserOutlined from '@ant-design/icons/UserOutlined';
import WarningOutlined from '@ant-design/icons/WarningOutlined';
import type { Light, Standing } from '../../api/year';
import type { Look, Tone } from '../../ui/Tag';

/** The one table of what a target's standing looks like, the gravest first; the words are in words/. */
export const STANDING_LOOKS: Record<Standing, Look> = {
  OVERDUE: { tone: 'red', icon: ExclamationCircleOutlined },
  BROKEN: { tone: 'red', icon: CloseCircleOutlined },
  SHORT: { tone: 'amber', icon: MinusCircleOutlined },
  BEHIND: { tone: 'amber', icon: FallOutlined },
  DUE_SOON: { tone: 'amber', icon: WarningOutlined },
  TO_VERIFY: { tone: 'purple', icon: SafetyCertificateOutlined },
  ON_LINE: { tone: 'blue', icon: RiseOutlined },
  NOT_STARTED: { tone: 'grey', icon: ClockCircleOutlined },
  UNASSIGNED: { tone: 'grey', icon: UserOutlined },
  SUSPENDED: { tone: 'grey', icon: PauseCircleOutlined },
  ENDED: { tone: 'grey', icon: StopOutlined },
  ATTAINED: { tone: 'green', icon: CheckCircleOutlined },
};
export const STANDINGS = Object.keys(STANDING_LOOKS) as Standing[];
export const LIGHTS: Light[] = ['RED', 'AMBER', 'PURPLE', 'BLUE', 'GREY', 'GREEN'];
export const toneOf = (light: Light) => light.toLowerCase() as Tone;
