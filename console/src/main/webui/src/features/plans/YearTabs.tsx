import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { urls } from '../../app/urls';
import { YEAR_TABS } from './yearTabs';

/** A published plan is its words, and the year that is made of them. */
export function YearTabs({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  return (
    <nav className="tabs" aria-label={t('year.views')}>
      <NavLink to={urls.plan(planId)} end>
        {t('year.tab.text')}
      </NavLink>
      {YEAR_TABS.map((tab) => (
        <NavLink key={tab} to={`${urls.planYear(planId, tab)}${search}`}>
          {t(`year.tab.${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
}
