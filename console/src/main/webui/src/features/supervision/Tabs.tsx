import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useHasRole } from '../../api/me';
import { urls } from '../../app/urls';

export function Tabs() {
  const { t } = useTranslation();
  const plays = useHasRole('admin', 'leader', 'supervisor');
  if (!plays) return null;
  return (
    <nav className="tabs" aria-label={t('alert.title')}>
      <NavLink to={urls.alerts()} end>{t('alert.tab.alerts')}</NavLink>
      <NavLink to={urls.rules()}>{t('alert.tab.rules')}</NavLink>
      <NavLink to={urls.simulation()}>{t('alert.tab.simulation')}</NavLink>
    </nav>
  );
}
