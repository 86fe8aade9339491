import { useTranslation } from 'react-i18next';
import type { Counts, YearView } from '../../api/year';
import { day, share } from '../../ui/format';
import { countOf, total } from './yearFilter';
import { STANDING_LOOKS, STANDINGS } from './yearLooks';

/** The year in one line and one bar. */
export function YearSummary({ year }: { year: YearView }) {
  const { t, i18n } = useTranslation();
  const all = total(year.counts);
  const attained = year.counts.ATTAINED ?? 0;
  return (
    <div className="year-summary">
      <span>
        {t('year.summary', { total: all, attained, share: share(attained, all), late: countOf(year.counts, ['OVERDUE', 'BROKEN']), behind: countOf(year.counts, ['SHORT', 'BEHIND', 'DUE_SOON']) })}
      </span>
      <CountsBar counts={year.counts} />
      <span className="muted small">
        {t('year.asOf', { day: day(year.asOf, i18n.language) })}
        {!year.wholeBureau && ` · ${t('year.part')}`}
      </span>
    </div>
  );
}

export function CountsBar({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  const all = Math.max(1, total(counts));
  const shown = STANDINGS.filter((standing) => counts[standing]);
  return (
    <span className="bar counts" role="img" aria-label={shown.map((standing) => `${t(`year.standing.${standing}`)} ${counts[standing]}`).join(t('ui.comma'))}>
      {shown.map((standing) => (
        <span key={standing} className={`fill-${STANDING_LOOKS[standing].tone}`} style={{ width: `${((counts[standing] ?? 0) / all) * 100}%` }} title={`${t(`year.standing.${standing}`)} ${counts[standing]}`} />
      ))}
    </span>
  );
}
