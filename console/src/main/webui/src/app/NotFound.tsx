import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Empty, Notice } from '../ui/Notice';
import { Card, Page } from '../ui/Page';
import { urls } from './urls';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')}>
      <Card>
        <Empty title={t('app.notFound.title')} how={t('app.notFound.how')} />
        <p style={{ textAlign: 'center' }}>
          <Link to={urls.overview()}>{t('app.home')}</Link>
        </p>
      </Card>
    </Page>
  );
}

/** A page that fell over; mostly one whose files were replaced by a newer version while it was open. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Page title={t('ui.failed')}>
      <Notice error={error} onRetry={() => window.location.reload()} />
    </Page>
  );
}
