import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useHasRole } from '../../api/me';
import type { ServiceName } from '../../api/types';
import { urls } from '../../app/urls';
import { SERVICES } from './queries';

export function Tabs({ service }: { service?: ServiceName }) {
  const { t } = useTranslation();
  const admin = useHasRole('admin');
  return (
    <nav className="tabs" aria-label={t('health.title')}>
      {admin && <NavLink to={urls.flow()}>{t('health.tab.flow')}</NavLink>}
      <NavLink to={urls.deliveries()}>{t('health.tab.deliveries')}</NavLink>
      {SERVICES.map((name) => (
        <NavLink key={name} to={urls.deadLetters(name)} aria-current={service === name ? 'page' : undefined}>
          {t('health.tab.letters')} · {t(`health.service.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
