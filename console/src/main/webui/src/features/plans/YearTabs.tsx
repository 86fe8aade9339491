import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useHasRole } from '../../api/me';
import { urls } from '../../app/urls';
import { YEAR_TABS } from './yearTabs';

/** A plan is its words beside last year's results; once published, also the year that is made of them. */
export function YearTabs({ planId, draft = false }: { planId: string; draft?: boolean }) {
  const { t } = useTranslation();
  const compares = useHasRole('admin', 'leader', 'supervisor', 'office');
  const { search } = useLocation();
  return (
    <nav className="tabs" aria-label={t('year.views')}>
      <NavLink to={urls.plan(planId)} end>
        {t('year.tab.text')}
      </NavLink>
      {(draft ? [] : YEAR_TABS).map((tab) => (
        <NavLink key={tab} to={`${urls.planYear(planId, tab)}${search}`}>
          {t(`year.tab.${tab}`)}
        </NavLink>
      ))}
      {compares && <NavLink to={urls.planComparison(planId)}>{t('year.tab.comparison')}</NavLink>}
    </nav>
  );
}
