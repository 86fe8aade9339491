import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import RollbackOutlined from '@ant-design/icons/RollbackOutlined';
import SendOutlined from '@ant-design/icons/SendOutlined';
import type { PlanState, Review } from '../../api/types';
import type { Look } from '../../ui/Tag';

/** The one table of what plans and their targets look like; their words are in words/. */
export const PLAN_LOOKS: Record<PlanState, Look> = {
  draft: { tone: 'grey', icon: EditOutlined },
  published: { tone: 'blue', icon: SendOutlined },
  withdrawn: { tone: 'grey', icon: RollbackOutlined },
};
export const REVIEW_LOOKS: Record<Review, Look> = {
  proposed: { tone: 'amber', icon: QuestionCircleOutlined },
  accepted: { tone: 'green', icon: CheckCircleOutlined },
  rejected: { tone: 'grey', icon: CloseCircleOutlined },
};
export const PLAN_STATES = Object.keys(PLAN_LOOKS) as PlanState[];
export const COMPARATORS = ['EQ', 'GE', 'LE', 'GT', 'LT', 'UP', 'DOWN', 'DONE'] as const;
