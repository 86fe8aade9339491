import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import HourglassOutlined from '@ant-design/icons/HourglassOutlined';
import RollbackOutlined from '@ant-design/icons/RollbackOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import WarningOutlined from '@ant-design/icons/WarningOutlined';
import type { Cadence, ExtensionView, Obstacle, ReportState, TaskState, TaskView } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what a task's state looks like; its words are in words/. */
export const TASK_LOOKS: Record<TaskState, Look> = {
  proposed: { tone: 'grey', icon: EditOutlined },
  assigned: { tone: 'amber', icon: InboxOutlined },
  accepted: { tone: 'blue', icon: ClockCircleOutlined },
  under_way: { tone: 'blue', icon: SyncOutlined },
  suspended: { tone: 'grey', icon: PauseCircleOutlined },
  submitted: { tone: 'purple', icon: FileSearchOutlined },
  completed: { tone: 'green', icon: CheckCircleOutlined },
  cancelled: { tone: 'grey', icon: MinusCircleOutlined },
};
export const TASK_STATES = Object.keys(TASK_LOOKS) as TaskState[];

export const EXTENSION_LOOKS: Record<ExtensionView['state'], Look> = {
  asked: { tone: 'purple', icon: HourglassOutlined },
  granted: { tone: 'green', icon: CheckCircleOutlined },
  refused: { tone: 'grey', icon: StopOutlined },
  overtaken: { tone: 'grey', icon: MinusCircleOutlined },
};

export const REPORT_LOOKS: Record<ReportState, Look> = {
  EXPECTED: { tone: 'grey', icon: ClockCircleOutlined },
  MISSING: { tone: 'red', icon: ExclamationCircleOutlined },
  IN_TIME: { tone: 'green', icon: CheckCircleOutlined },
  LATE: { tone: 'amber', icon: HourglassOutlined },
};
export const REPORT_STATES = Object.keys(REPORT_LOOKS) as ReportState[];
export const RETURNED_LOOK: Look = { tone: 'amber', icon: RollbackOutlined };
export const MILESTONE_LOOKS: Record<'reached' | 'late' | 'ahead', Look> = {
  reached: { tone: 'green', icon: CheckCircleOutlined },
  late: { tone: 'red', icon: ExclamationCircleOutlined },
  ahead: { tone: 'grey', icon: ClockCircleOutlined },
};
export const BLOCKED_LOOK: Look = { tone: 'amber', icon: WarningOutlined };
export const OBSTACLES: Obstacle[] = ['PREREQUISITE', 'FUNDS', 'OTHER_UNIT', 'OTHER'];
export const CADENCES: Cadence[] = ['NONE', 'WEEKLY', 'TWO_WEEKLY', 'MONTHLY', 'QUARTERLY', 'PER_TERM'];

/** Its day warns of nothing: it is done with, or its clock stands still. */
export const restful = ({ state }: TaskView) => state === 'completed' || state === 'cancelled' || state === 'suspended';
