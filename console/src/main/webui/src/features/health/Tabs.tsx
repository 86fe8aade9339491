import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { ServiceName } from '../../api/types';
import { urls } from '../../app/urls';
import { SERVICES } from './queries';

export function Tabs({ service }: { service?: ServiceName }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('health.title')}>
      <NavLink to={urls.deliveries()}>{t('health.tab.deliveries')}</NavLink>
      {SERVICES.map((name) => (
        <NavLink key={name} to={urls.deadLetters(name)} aria-current={service === name ? 'page' : undefined}>
          {t('health.tab.letters')} · {t(`health.service.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
