import { useTranslation } from 'react-i18next';
import type { TargetView } from '../../api/types';
import { day, figure } from '../../ui/format';

export type Stage = TargetView['terms']['stages'][number];

/** What each year of a target over several asks for; the year that is looked at stands out. */
export function Stages({ stages, unit, year }: { stages: Stage[]; unit: string; year: number }) {
  const { t, i18n } = useTranslation();
  return (
    <table className="plain-table stages">
      <thead>
        <tr>
          <th scope="col">{t('plan.stages.year')}</th>
          <th scope="col">{t('plan.stages.words')}</th>
          <th scope="col" className="num">{t('plan.stages.value')}</th>
          <th scope="col">{t('plan.stages.dueOn')}</th>
          <th scope="col">{t('plan.stages.acceptedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => (
          <tr key={stage.year} className={stage.year === year ? 'stage-now' : undefined} aria-current={stage.year === year || undefined}>
            <th scope="row">{stage.year}</th>
            <td>{stage.words}</td>
            <td className="num nowrap">{stage.value === null ? '' : `${figure(stage.value, i18n.language)}${unit}`}</td>
            <td className="nowrap">{stage.dueOn ? day(stage.dueOn, i18n.language) : ''}</td>
            <td>{stage.acceptedBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
