import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/me';
import type { Counted, Role } from '../../api/types';
import { urls } from '../../app/urls';
import { Bones, Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { useAlertCounts, useTaskCounts, useUnreadCount } from './queries';
import { nameOf } from './naming';

/** Which of the year's counts wait for whom; the counts themselves are of the caller's own units. */
const WAITS_FOR: Partial<Record<Role, string[]>> = {
  supervisor: ['unassigned', 'to-verify', 'extension-asked', 'to-resume', 'overdue', 'due-soon'],
  leader: ['overdue', 'to-verify', 'extension-asked', 'to-resume'],
  office: ['not-accepted', 'overdue', 'due-soon', 'to-verify'],
  school: ['not-accepted', 'overdue', 'due-soon'],
  inspector: ['overdue', 'due-soon'],
  admin: ['unassigned', 'overdue'],
};
const TONES: Record<string, string> = { overdue: 'red', 'due-soon': 'amber', 'not-accepted': 'amber', 'to-verify': 'purple', 'extension-asked': 'purple', 'to-resume': 'amber' };

export function NeedsMe() {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const tasks = useTaskCounts();
  const alerts = useAlertCounts();
  const unread = useUnreadCount();
  const mine = new Set(me?.roles.flatMap((role) => WAITS_FOR[role] ?? []));
  const mayI = (...roles: Role[]) => roles.some((role) => me?.roles.includes(role));
  const tiles = [
    ...(tasks.data?.counts ?? []).filter(({ key, count }) => count > 0 && mine.has(key)).map((counted) => ({ ...tile(counted), to: urls.tasks(counted.query) })),
    ...(alerts.data?.counts ?? []).filter(({ key, count }) => count > 0 && key === 'proposed' && mayI('supervisor', 'leader')).map((counted) => ({ key: `alert-${counted.key}`, name: t('overview.toSign'), count: counted.count, to: urls.alerts(counted.query), tone: 'purple' })),
    ...(alerts.data?.counts ?? []).filter(({ key, count }) => count > 0 && key === 'open').map((counted) => ({ key: 'alerts', name: t('overview.openAlerts'), count: counted.count, to: urls.alerts(counted.query), tone: 'red' })),
    ...(unread.data && unread.data.unread > 0 ? [{ key: 'unread', name: t('overview.unread'), count: unread.data.unread, to: urls.messages('read=false'), tone: 'blue' }] : []),
  ];
  return (
    <Card title={t('overview.now')}>
      {tasks.isError ? (
        <Notice error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : tasks.isPending ? (
        <Bones rows={2} />
      ) : tiles.length === 0 ? (
        <p className="muted">{t('overview.nowNone')}</p>
      ) : (
        <ul className="tiles">
          {tiles.map(({ key, name, count, to, tone }) => (
            <li key={key}>
              <Link to={to}>
                <span className={`tile-count tone-${tone}`}>{count.toLocaleString('en')}</span>
                <span>{name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );

  function tile({ key, count }: Counted) {
    return { key, count, tone: TONES[key] ?? 'blue', name: nameOf(key, t, i18n) };
  }
}
