import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportView, TaskView } from '../../api/types';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { day, figure, moment } from '../../ui/format';
import { Card, Facts } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { RETURNED_LOOK } from './looks';
import { returnReport } from './queries';

interface Shown {
  of: TaskView;
  nameOf: (account: string) => string | null;
}

/** How often its unit reports, what is owed, and what it has said; a report that is not good enough goes back from here. */
export function Reported({ of, nameOf }: Shown) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const reports = [...(of.reports ?? [])].reverse();
  const asked = of.reporting && of.reporting.cadence !== 'NONE' ? of.reporting : undefined;
  if (reports.length === 0 && !asked) return null;
  return (
    <Card title={t('report.ofTask')} extra={asked && <Link to={urls.reports(`taskId=${of.id}`)}>{t('report.openList')}</Link>}>
      <div className="stack">
        {asked && (
          <Facts
            of={[
              [t('report.cadence'), t(`report.every.${asked.cadence}`)],
              [t('report.next'), asked.nextDueOn ? day(asked.nextDueOn, i18n.language) : t('report.noneAhead')],
              [t('report.state.MISSING'), asked.missing > 0 && <Link key="missing" className="tone-red" to={urls.reports(`taskId=${of.id}&state=missing`)}>{t('report.count', { count: asked.missing })}</Link>],
            ]}
          />
        )}
        {reports.map((report) => (
          <article key={report.id} className="stack" style={{ gap: 4 }}>
            <span className="row spread">
              <span className="muted small">
                {[nameOf(report.by), moment(report.at, i18n.language), report.value === null ? undefined : `${figure(report.value, i18n.language)} ${of.unit ?? ''}`.trim()].filter(Boolean).join(' · ')}
              </span>
              {report.returnedAt ? <Tag look={RETURNED_LOOK}>{t('report.returned')}</Tag> : back(report)}
            </span>
            <span>{report.narrative}</span>
            {report.returnReason && <span className="muted small">{t('report.returnedWhy', { reason: report.returnReason })}</span>}
          </article>
        ))}
      </div>
    </Card>
  );

  function back(report: ReportView) {
    return (
      <ActBar
        acts={[
          {
            act: 'return_report',
            label: t('report.return'),
            effects: [t('report.returnEffect')],
            fields: [{ name: 'reason', label: t('task.form.reasonReturn'), kind: 'words', required: true, help: t('task.form.reasonReturnHelp') }],
            send: returnReport(of, report),
          },
        ]}
        can={of.can}
        cannot={[]}
        draft={`report.${report.id}`}
        onDone={() => void queries.invalidateQueries({ queryKey: ['tasks'] })}
      />
    );
  }
}
