import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNames } from '../../api/people';
import type { TaskView } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { Due, Lateness } from '../../ui/Due';
import { figure, share } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Facts, Page } from '../../ui/Page';
import { Story } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { taskActs } from './acts';
import { Evidence } from './Evidence';
import { evidenceQuery, namingEvidence } from './evidence';
import { Ledger, Standing } from './Standing';
import { Milestones } from './Milestones';
import { Reported } from './Reported';
import { BLOCKED_LOOK, restful, TASK_LOOKS } from './looks';
import { storyOf } from './story';
import { taskQuery } from './queries';

export default function TaskPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const task = useQuery(taskQuery(id));
  const evidence = useQuery(evidenceQuery(id));
  const units = useUnits();
  const nameOf = useNames();
  const back = { to: urls.tasks(), name: t('task.title') };
  if (task.isError) return <Page title={t('task.one')} back={back}><Notice error={task.error} onRetry={() => void task.refetch()} /></Page>;
  if (!task.data) return <Page title={t('task.one')} back={back}><Card><Bones /></Card></Page>;
  const it = task.data;
  const settled = restful(it);
  return (
    <Page
      title={it.title}
      back={back}
      beside={
        <>
          <Tag look={TASK_LOOKS[it.state]}>{t(`task.state.${it.state}`)}</Tag>
          {it.block && <Tag look={BLOCKED_LOOK}>{t('task.waiting.obstacle')}</Tag>}
          <span>{it.leadUnit?.name ?? (it.proposal ? t('task.proposed', { name: it.proposal.name }) : t('task.noLead'))}</span>
          <Due of={{ ...it, settled }} />
        </>
      }
      acts={
        <ActBar
          acts={namingEvidence(taskActs(it, units.data ?? [], t, i18n.language), evidence.data ?? [], t('evidence.named'))}
          can={it.can}
          cannot={it.cannot}
          draft={`task.${it.id}`}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['tasks'] });
            void queries.invalidateQueries({ queryKey: ['overview'] });
          }}
        />
      }
    >
      <div className="two">
        <div className="stack">
          <Standing of={it} nameOf={nameOf} />
          <Card title={t('task.facts')}>
            <Facts
              of={[
                [t('task.who'), it.leadUnit?.name],
                [t('task.why'), !it.leadUnit && it.proposal ? `${it.proposal.name}${t('ui.colon')}${it.proposal.reason}` : undefined],
                [t('task.supporting'), it.supportingUnits.map(({ name }) => name).join(t('ui.comma'))],
                [t('task.target'), it.targetValue === null ? undefined : target(it)],
                [t('task.value'), it.value === null ? undefined : reached(it)],
                [t('task.due'), it.dueOn ? <Due key="due" of={{ ...it, settled }} /> : t('time.none')],
                [t('task.parent'), it.parentId && <Parent key="parent" id={it.parentId} />],
                [t('task.alerts'), it.history?.some(({ act }) => act === 'became-overdue') && <Link key="alerts" to={urls.alerts(`taskId=${it.id}`)}>{t('task.openAlerts')}</Link>],
              ]}
            />
          </Card>
          {it.quote && (
            <Card title={t('task.source')} extra={it.planId && <Link to={urls.plan(it.planId, it.targetId)}>{t('task.openPlan')}</Link>}>
              <p><mark className="quote">{it.quote}</mark></p>
              {it.measure && it.measure !== it.quote && (
                <p className="muted small" style={{ marginTop: 8 }}>
                  {t('task.measure')}{t('ui.colon')}{it.measure}
                </p>
              )}
            </Card>
          )}
          <Milestones of={it} />
          <Reported of={it} nameOf={nameOf} />
          <Evidence task={it} />
          <Ledger of={it} nameOf={nameOf} />
          {it.children && it.children.length > 0 && children(it.children)}
        </div>
        <Card title={t('ui.history')}>
          <Story of={storyOf(it, nameOf, t, i18n.language)} name={(act) => (i18n.exists(`task.happened.${act}`) ? t(`task.happened.${act}` as 'task.happened.assigned') : act)} />
        </Card>
      </div>
    </Page>
  );

  function target(task: TaskView): string {
    const comparator = task.comparator && i18n.exists(`plan.comparator.${task.comparator}`) ? t(`plan.comparator.${task.comparator}` as 'plan.comparator.EQ') : '';
    return `${comparator} ${figure(task.targetValue, i18n.language)} ${task.unit ?? ''}`.trim();
  }

  function reached(task: TaskView) {
    const part = Math.min(1, (task.value ?? 0) / (task.targetValue || 1));
    return (
      <span className="row">
        <span title={String(task.value)}>
          {figure(task.value, i18n.language)} {task.unit}
        </span>
        {task.targetValue ? (
          <>
            <span className="bar" style={{ width: 120 }} aria-hidden>
              <span className={part >= 1 ? 'fill-green' : 'fill-blue'} style={{ width: `${part * 100}%` }} />
            </span>
            <span className="muted">{t('task.progress', { share: share(task.value ?? 0, task.targetValue) })}</span>
          </>
        ) : null}
      </span>
    );
  }

  function children(of: TaskView[]) {
    return (
      <Card title={<>{t('task.children')} <span className="muted">{of.length}</span></>} extra={<Link to={urls.tasks(`parentId=${id}`)}>{t('task.openChildren')}</Link>} flush>
        <ul className="cards">
          {of.map((child) => (
            <li key={child.id}>
              <Link to={urls.task(child.id)} className="row spread">
                <span className="row spread">
                  <span className="grow">{child.leadUnit?.name ?? child.title}</span>
                  <Lateness of={{ ...child, workingDaysLeft: null }} />
                  <Tag look={TASK_LOOKS[child.state]}>{t(`task.state.${child.state}`)}</Tag>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    );
  }
}

/** The task this one is a share of, named where one may see it. */
function Parent({ id }: { id: string }) {
  const { data: parent } = useQuery({ ...taskQuery(id), retry: false });
  const { t } = useTranslation();
  if (!parent) return <span className="muted">{t('task.parentUnseen')}</span>;
  return <Link to={urls.task(id)}>{[parent.leadUnit?.name, parent.title].filter(Boolean).join(' · ')}</Link>;
}
