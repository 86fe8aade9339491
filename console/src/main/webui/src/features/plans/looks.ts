import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import RollbackOutlined from '@ant-design/icons/RollbackOutlined';
import SendOutlined from '@ant-design/icons/SendOutlined';
import SignatureOutlined from '@ant-design/icons/SignatureOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
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
  withdrawn: { tone: 'grey', icon: RollbackOutlined },
};
export const DOUBT_LOOK: Look = { tone: 'amber', icon: ExclamationCircleOutlined };
export const FINDING_LOOKS: Record<'blocking' | 'warning', Look> = {
  blocking: { tone: 'purple', icon: StopOutlined },
  warning: { tone: 'amber', icon: ExclamationCircleOutlined },
};
export const AMENDMENT_LOOKS: Record<'proposed' | 'approved' | 'refused', Look> = {
  proposed: { tone: 'purple', icon: SignatureOutlined },
  approved: { tone: 'green', icon: CheckCircleOutlined },
  refused: { tone: 'grey', icon: CloseCircleOutlined },
};
export const PLAN_STATES = Object.keys(PLAN_LOOKS) as PlanState[];
export const COMPARATORS = ['EQ', 'GE', 'LE', 'GT', 'LT', 'UP', 'DOWN', 'DONE'] as const;
export const STRENGTHS = ['MUST', 'AIM', 'TRY'] as const;
/** The gravest first. */
export const DOUBTS = ['perhaps-a-fact', 'perhaps-a-name', 'perhaps-a-rule', 'figures-together', 'date-from-elsewhere', 'value-implied'] as const;
