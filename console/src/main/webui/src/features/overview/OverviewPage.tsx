import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me';
import { Page } from '../../ui/Page';
import { LateTasks } from './LateTasks';
import { NeedsMe } from './NeedsMe';
import { YearStands } from './YearStands';
import './overview.css';

/** Three questions in this order: what needs me now; what is late and why; how the year stands. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <Page title={t('overview.title')} beside={me && <span className="muted">{[me.name, ...me.roles.map((role) => t(`app.role.${role}`))].join(' · ')}</span>}>
      <NeedsMe />
      <LateTasks />
      <YearStands />
    </Page>
  );
}
