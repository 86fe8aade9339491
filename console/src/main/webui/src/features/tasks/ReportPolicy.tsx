import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../../api/me';
import { ActBar } from '../../ui/Acts';
import { CADENCES } from './looks';
import { policiesQuery, setDefaultPolicy } from './queries';

/** How often units report on what is assigned from now on; for those who decide it. */
export function ReportPolicy() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const decides = useHasRole('supervisor', 'admin');
  const policies = useQuery({ ...policiesQuery, enabled: decides });
  if (!decides || !policies.data) return null;
  const all = policies.data;
  const common = all.find(({ unitKind }) => unitKind === null);
  return (
    <ActBar
      acts={[
        {
          act: 'policy',
          label: t('report.policy.act'),
          effects: [t('report.policy.effect')],
          fields: [
            { name: 'cadence', label: t('report.cadence'), kind: 'choice', required: true, initial: common?.cadence, options: CADENCES.map((value) => ({ value, label: t(`report.every.${value}`) })) },
            { name: 'daysAfter', label: t('report.daysAfter'), kind: 'number', required: true, initial: common?.daysAfter ?? 0, help: t('report.daysAfterHelp') },
            { name: 'reason', label: t('task.form.reason'), kind: 'words', required: true },
          ],
          send: setDefaultPolicy(all),
        },
      ]}
      can={['policy']}
      cannot={[]}
      draft="report.policy"
      onDone={() => void queries.invalidateQueries({ queryKey: ['report-policies'] })}
    />
  );
}
