import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PlusCircleOutlined from '@ant-design/icons/PlusCircleOutlined';
import type { TFunction } from 'i18next';
import type { SheetReportView } from '../../api/types';
import type { Look } from '../../ui/Tag';

const KINDS = ['bureau', 'section', 'township', 'school', 'external', 'task_force'] as const;
const STAGES = ['kindergarten', 'primary', 'junior', 'nine_year', 'senior', 'complete', 'twelve_year', 'vocational', 'higher', 'special'] as const;
const DUTIES = ['head', 'staff', 'supervisor', 'leader', 'inspector', 'admin'] as const;

export const OPEN: Look = { tone: 'green', icon: CheckCircleOutlined };
export const CLOSED: Look = { tone: 'grey', icon: MinusCircleOutlined };
export const OUTCOMES: Record<SheetReportView['rows'][number]['outcome'], Look> = {
  // Nobody is late; the row wants mending.
  WRONG: { tone: 'amber', icon: ExclamationCircleOutlined },
  CREATED: { tone: 'green', icon: PlusCircleOutlined },
  CHANGED: { tone: 'blue', icon: EditOutlined },
  UNCHANGED: { tone: 'grey', icon: MinusCircleOutlined },
};

/** The word of the list, or what was said where the list does not know it. */
function word<Name extends string>(names: readonly Name[], said: string | null | undefined, speak: (name: Name) => string): string {
  const known = names.find((name) => name === said?.toLowerCase());
  return known ? speak(known) : (said ?? '');
}

export const kindOf = (said: string | null | undefined, t: TFunction) => word(KINDS, said, (name) => t(`unit.kind.${name}`));
export const stageOf = (said: string | null | undefined, t: TFunction) => word(STAGES, said, (name) => t(`unit.stage.${name}`));
export const dutyOf = (said: string | null | undefined, t: TFunction) => word(DUTIES, said, (name) => t(`unit.duty.${name}`));

export const kindOptions = (t: TFunction) => KINDS.map((name) => ({ value: name.toUpperCase(), label: t(`unit.kind.${name}`) }));
export const stageOptions = (t: TFunction) => STAGES.map((name) => ({ value: name.toUpperCase(), label: t(`unit.stage.${name}`) }));
