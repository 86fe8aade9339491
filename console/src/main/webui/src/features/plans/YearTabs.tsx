import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useHasRole } from '../../api/me';
import { urls } from '../../app/urls';
import { amendmentsQuery } from './queries';
import { YEAR_TABS } from './yearTabs';

interface Tabs {
  planId: string;
  draft?: boolean;
  /** How many findings the check before publication has, once it is known. */
  findings?: number;
}

/** A plan is its words beside last year's results; once published, also the year that is made of them. */
export function YearTabs({ planId, draft = false, findings }: Tabs) {
  const { t } = useTranslation();
  const compares = useHasRole('admin', 'leader', 'supervisor', 'office');
  const { search } = useLocation();
  const amendments = useQuery({ ...amendmentsQuery(planId), enabled: compares && !draft });
  const more = [
    ...(draft && findings !== undefined ? [{ tab: 'health', label: `${t('plan.tab.health')} ${findings}` }] : []),
    ...(amendments.data ? [{ tab: 'amendments', label: `${t('plan.tab.amendments')} ${amendments.data.length}` }] : []),
  ];
  const asked = new URLSearchParams(search).get('tab');
  const other = more.some(({ tab }) => tab === asked);
  return (
    <nav className="tabs" aria-label={t('year.views')}>
      <NavLink to={urls.plan(planId)} end aria-current={other ? 'false' : 'page'}>
        {t('year.tab.text')}
      </NavLink>
      {more.map(({ tab, label }) => (
        <Link key={tab} to={`${urls.plan(planId)}?tab=${tab}`} replace aria-current={asked === tab ? 'page' : undefined}>
          {label}
        </Link>
      ))}
      {(draft ? [] : YEAR_TABS).map((tab) => (
        <NavLink key={tab} to={`${urls.planYear(planId, tab)}${search}`}>
          {t(`year.tab.${tab}`)}
        </NavLink>
      ))}
      {compares && <NavLink to={urls.planComparison(planId)}>{t('year.tab.comparison')}</NavLink>}
    </nav>
  );
}
