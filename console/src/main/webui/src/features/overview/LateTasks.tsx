import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { urls } from '../../app/urls';
import { Lateness } from '../../ui/Due';
import { Bones, Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { useLateTasks, useOpenAlerts } from './queries';

const SHOWN = 8;

export function LateTasks() {
  const { t } = useTranslation();
  const late = useLateTasks(SHOWN);
  const alerts = useOpenAlerts();
  const total = late.data?.total ?? 0;
  return (
    <Card
      title={
        <>
          {t('overview.late')} {late.data && <span className="muted">{total}</span>}
        </>
      }
      extra={total > 0 && <Link to={urls.tasks('overdue=true')}>{t('overview.lateAll')}</Link>}
      flush
    >
      {late.isError ? (
        <div className="body">
          <Notice error={late.error} onRetry={() => void late.refetch()} />
        </div>
      ) : late.isPending ? (
        <Bones rows={4} />
      ) : total === 0 ? (
        <p className="muted body">{t('overview.lateNone')}</p>
      ) : (
        <ul className="cards">
          {late.data.items.map((task) => {
            const alert = alerts.data?.items.find(({ taskId }) => taskId === task.id);
            return (
              <li key={task.id}>
                <div className="late">
                  <Link to={urls.task(task.id)} className="late-title clip-2">
                    {task.title}
                  </Link>
                  <span className="muted clip">{task.leadUnit?.name ?? t('task.noLead')}</span>
                  <span className="muted clip">{alert ? <Link to={urls.alert(alert.id)}>{t('overview.nextStep', { rung: t(`alert.rung.${alert.rung}`) })}</Link> : t(`task.state.${task.state}`)}</span>
                  <Lateness of={task} />
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
