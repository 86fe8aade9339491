import { useTranslation } from 'react-i18next';
import type { TargetEdit, TargetView } from '../../api/types';
import ActDialog from '../../ui/ActDialog';
import type { ActField } from '../../ui/Acts';
import { COMPARATORS, STRENGTHS } from './looks';

const KINDS = {
  indicator: 'line', comparator: 'choice', value: 'number', upper: 'number', unit: 'line', approx: 'choice', dueOn: 'date', recurrence: 'line',
  strength: 'choice', universal: 'choice', population: 'line', baseline: 'line', acceptedBy: 'line',
} as const satisfies Record<string, ActField['kind']>;
type Name = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Name[];

/** Every field of what a target says. */
export default function EditTarget({ target, onSave, onClose }: { target: TargetView; onSave: (edit: TargetEdit) => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation();
  const now: Record<Name, unknown> = {
    ...target,
    ...target.terms,
    comparator: target.comparator?.toUpperCase(),
    strength: target.strength?.toUpperCase(),
    approx: String(target.approx),
    universal: String(target.universal),
    dueOn: target.dueInferred ? null : target.dueOn,
  };
  const yes = [{ value: 'true', label: t('plan.yes') }, { value: 'false', label: t('plan.no') }];
  const options: Partial<Record<Name, ActField['options']>> = {
    comparator: COMPARATORS.map((value) => ({ value, label: t(`plan.comparator.${value}`) })),
    strength: STRENGTHS.map((value) => ({ value, label: t(`plan.strength.${value}`) })),
    approx: yes,
    universal: yes,
  };
  const plain = (value: unknown) => (value === 'true' ? true : value === 'false' ? false : (value ?? null));
  return (
    <ActDialog
      act={{
        act: 'edit',
        label: t('plan.editTarget'),
        effects: [`${t('plan.quote')}${t('ui.colon')}${target.quote}`],
        fields: NAMES.map((name) => ({ name, label: t(`plan.field.${name}`), kind: KINDS[name], initial: now[name], options: options[name], required: name === 'indicator' || KINDS[name] === 'choice' })),
        // What was emptied is sent as empty; what was not touched is not sent.
        send: (values) => onSave(Object.fromEntries(NAMES.filter((name) => (values[name] ?? null) !== (now[name] ?? null)).map((name) => [name, plain(values[name])])) as TargetEdit),
      }}
      draft={`target.${target.id}.${target.version}`}
      onClose={onClose}
      onDone={onClose}
      onStale={onClose}
    />
  );
}
