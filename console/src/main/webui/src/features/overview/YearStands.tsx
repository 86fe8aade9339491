import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urls } from '../../app/urls';
import { share } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { nameOf } from './naming';
import { usePlans, useTaskCounts, useUnderWay } from './queries';

/** The year's tasks by state, each once: these keys part the whole, the others (overdue, due soon) cut across it. */
const PARTS: Record<string, string> = { completed: 'green', 'to-verify': 'purple', 'under-way': 'blue', 'not-accepted': 'amber', suspended: 'rest', unassigned: 'grey' };

export function YearStands() {
  const { t, i18n } = useTranslation();
  const tasks = useTaskCounts();
  const underWay = useUnderWay();
  const plans = usePlans();
  const counts = [...(tasks.data?.counts ?? []), ...(underWay.data ? [underWay.data] : [])];
  const parts = Object.keys(PARTS).flatMap((key) => counts.filter((counted) => counted.key === key && counted.count > 0));
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const done = parts.find(({ key }) => key === 'completed')?.count ?? 0;
  return (
    <Card title={t('overview.year')}>
      {tasks.isError ? (
        <Notice error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : tasks.isPending ? (
        <Bones rows={3} />
      ) : total === 0 ? (
        <p className="muted">{t('overview.yearNone')}</p>
      ) : (
        <div className="stack">
          <p>{t('overview.yearTitle', { total, done, share: share(done, total) })}</p>
          <div className="bar" aria-hidden>
            {parts.map(({ key, count }) => (
              <span key={key} className={`fill-${PARTS[key]}`} style={{ width: `${(count / total) * 100}%` }} />
            ))}
          </div>
          <ul className="legend">
            {parts.map(({ key, count, query }) => (
              <li key={key}>
                <span className={`swatch fill-${PARTS[key]}`} aria-hidden />
                <Link to={urls.tasks(query)}>
                  {nameOf(key, t, i18n)} <b>{count.toLocaleString('en')}</b>
                </Link>
                <span className="muted">{share(count, total)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {plans.data && plans.data.items.length > 0 && (
        <ul className="plan-lines">
          {plans.data.items.map((plan) => (
            <li key={plan.id}>
              <Link to={urls.plan(plan.id)} className="clip">
                {plan.title}
              </Link>
              <span className="muted nowrap">{t('overview.targets', { count: plan.counts.targets })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
