import { useTranslation } from 'react-i18next';
import type { TargetEdit, TargetView } from '../../api/types';
import ActDialog from '../../ui/ActDialog';
import type { ActField } from '../../ui/Acts';
import { COMPARATORS } from './looks';

const NAMES = ['indicator', 'comparator', 'value', 'upper', 'unit', 'dueOn'] as const;

export default function EditTarget({ target, onSave, onClose }: { target: TargetView; onSave: (id: string, edit: TargetEdit) => Promise<unknown>; onClose: () => void }) {
  const { t } = useTranslation();
  const kinds: Record<(typeof NAMES)[number], ActField['kind']> = { indicator: 'line', comparator: 'choice', value: 'number', upper: 'number', unit: 'line', dueOn: 'date' };
  const fields: ActField[] = NAMES.map((name) => ({
    name,
    label: t(`plan.field.${name}`),
    kind: kinds[name],
    initial: name === 'comparator' ? target.comparator?.toUpperCase() : target[name],
    options: name === 'comparator' ? COMPARATORS.map((value) => ({ value, label: t(`plan.comparator.${value}`) })) : undefined,
    required: name === 'indicator',
  }));
  return (
    <ActDialog
      act={{
        act: 'edit',
        label: t('plan.editTarget'),
        effects: [`${t('plan.quote')}${t('ui.colon')}${target.quote}`],
        fields,
        // What was emptied is sent as empty; what was not touched is not sent.
        send: (values) => {
          const edit = Object.fromEntries(NAMES.filter((name) => (values[name] ?? null) !== (target[name] ?? null)).map((name) => [name, values[name] ?? null]));
          return onSave(target.id, edit as TargetEdit);
        },
      }}
      draft={`target.${target.id}`}
      onClose={onClose}
      onDone={onClose}
      onStale={() => undefined}
    />
  );
}
