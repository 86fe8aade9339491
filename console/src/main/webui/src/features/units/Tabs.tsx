import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { urls } from '../../app/urls';

export function Tabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('unit.title')}>
      <NavLink to={urls.units()} end>{t('unit.tab.units')}</NavLink>
      <NavLink to={urls.people()}>{t('unit.tab.people')}</NavLink>
      <NavLink to={urls.burden()}>{t('unit.tab.burden')}</NavLink>
      <NavLink to={urls.calendar()}>{t('unit.tab.calendar')}</NavLink>
    </nav>
  );
}
