import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urls } from '../../app/urls';
import { figure } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { STANDING_LOOKS } from './yearLooks';
import { yearsQuery } from './yearQueries';

/** The same target over the years; nothing where there is only this one. */
export function OverYears({ planId, targetId }: { planId: string; targetId: string }) {
  const { t, i18n } = useTranslation();
  const over = useQuery(yearsQuery(planId, targetId));
  if (!over.data || over.data.years.length < 2) return null;
  const { years, inARow, unit } = over.data;
  const amount = (value: number | null) => (value === null ? '–' : `${figure(value, i18n.language)}${i18n.language === 'en' ? ' ' : ''}${unit ?? ''}`);
  return (
    <>
      <h2>{t('year.overYears')}{inARow > 1 && <span className="muted small"> {t('year.inARow', { count: inARow })}</span>}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('plan.col.year')}</th>
            <th scope="col" className="num">{t('year.askedFor')}</th>
            <th scope="col" className="num">{t('year.reached')}</th>
            <th scope="col" className="num">{t('year.rate')}</th>
            <th scope="col">{t('year.col.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year}>
              <th scope="row" title={one.quote}>{one.planId ? <Link to={urls.plan(one.planId, one.targetId ?? undefined)}>{one.year}</Link> : one.year}</th>
              <td className="num nowrap">{amount(one.asked)}</td>
              <td className="num nowrap">{amount(one.reached)}</td>
              <td className="num nowrap">{one.rate === null ? '' : `${one.rate.toFixed(1)}%`}</td>
              <td>{one.attained ? <Tag look={STANDING_LOOKS.ATTAINED}>{t('year.standing.ATTAINED')}</Tag> : one.planId ? '' : t('year.fromSummary')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
