import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { Due } from '../../ui/Due';
import { figure, share } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { BLOCKED_LOOK, EXTENSION_LOOKS, restful, TASK_LOOKS, TASK_STATES } from './looks';
import { ConfirmProposals } from './ConfirmProposals';
import { listTasks } from './queries';

export default function TasksPage() {
  const { t, i18n } = useTranslation();
  const units = useUnits();
  const lead = (task: TaskView) =>
    task.leadUnit ? task.leadUnit.name : task.proposal ? <span className="muted">{t('task.proposed', { name: task.proposal.name })}</span> : <span className="muted">{t('task.noLead')}</span>;
  const columns: Column<TaskView>[] = [
    {
      key: 'title',
      title: t('task.col.title'),
      render: (task) => (
        <Link to={urls.task(task.id)} className="clip-2 title-cell">
          {task.title}
        </Link>
      ),
      plain: (task) => task.title,
    },
    { key: 'lead', title: t('task.col.lead'), width: 190, render: lead, plain: (task) => task.leadUnit?.name ?? task.proposal?.name },
    { key: 'state', title: t('task.col.state'), width: 120, render: state, plain: (task) => t(`task.state.${task.state}`) },
    { key: 'progress', title: t('task.col.progress'), width: 130, number: true, render: progress, plain: (task) => task.value },
    { key: 'due', title: t('task.col.due'), width: 300, sortable: true, render: (task) => <Due of={{ ...task, settled: restful(task) }} />, plain: (task) => task.dueOn },
  ];
  return (
    <DataTable<TaskView>
      title={t('task.title')}
      topic={['tasks', 'list']}
      load={listTasks}
      columns={columns}
      open={(task) => urls.task(task.id)}
      card={(task) => (
        <div className="stack" style={{ gap: 6 }}>
          <b className="clip-2">{task.title}</b>
          <span className="row spread">
            {state(task)}
            <span className="small muted clip">{lead(task)}</span>
          </span>
          <span className="small">
            <Due of={{ ...task, settled: restful(task) }} />
          </span>
        </div>
      )}
      filters={[
        { name: 'state', label: t('task.filter.state'), options: [{ value: 'open', label: t('task.stateOpen') }, ...TASK_STATES.map((state) => ({ value: state, label: t(`task.state.${state}`) }))] },
        { name: 'overdue', label: t('task.filter.overdue'), options: [{ value: 'true', label: t('task.filter.overdueYes') }] },
        { name: 'waiting', label: t('task.filter.waiting'), options: (['extension', 'resumption', 'obstacle', 'milestone'] as const).map((value) => ({ value, label: t(`task.waiting.${value}`) })) },
        { name: 'unitId', label: t('task.filter.unit'), options: (units.data ?? []).map(({ id, name }) => ({ value: id, label: name })) },
      ]}
      acts={
        <>
          <Link to={urls.reports('state=missing')} className="nowrap">{t('report.whoHasNot')}</Link>
          <ConfirmProposals />
        </>
      }
      empty={{ title: t('task.empty'), how: t('task.emptyHow') }}
      exportName={t('task.title')}
    />
  );

  function state(task: TaskView) {
    return (
      <span className="row" style={{ gap: 4 }}>
        <Tag look={TASK_LOOKS[task.state]}>{t(`task.state.${task.state}`)}</Tag>
        {task.block && <Tag look={BLOCKED_LOOK}>{t('task.waiting.obstacle')}</Tag>}
        {task.extensionWanted && <Tag look={EXTENSION_LOOKS.asked}>{t('task.waiting.extension')}</Tag>}
      </span>
    );
  }

  function progress(task: TaskView) {
    if (task.targetValue === null || task.value === null) return <span className="muted">–</span>;
    return (
      <span title={`${task.value} / ${task.targetValue} ${task.unit ?? ''}`} className="nowrap">
        {figure(task.value, i18n.language)} / {figure(task.targetValue, i18n.language)}
        <span className="muted"> {task.unit === '%' ? '' : share(task.value, task.targetValue)}</span>
      </span>
    );
  }
}
