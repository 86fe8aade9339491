import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import type { TaskState } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what a task's state looks like; its words are in words/. */
export const TASK_LOOKS: Record<TaskState, Look> = {
  proposed: { tone: 'grey', icon: EditOutlined },
  assigned: { tone: 'amber', icon: InboxOutlined },
  accepted: { tone: 'blue', icon: ClockCircleOutlined },
  under_way: { tone: 'blue', icon: SyncOutlined },
  submitted: { tone: 'purple', icon: FileSearchOutlined },
  completed: { tone: 'green', icon: CheckCircleOutlined },
  cancelled: { tone: 'grey', icon: MinusCircleOutlined },
};
export const TASK_STATES = Object.keys(TASK_LOOKS) as TaskState[];
