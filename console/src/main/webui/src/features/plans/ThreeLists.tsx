import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Line, ListName } from '../../api/year';
import { urls } from '../../app/urls';
import { withFilter } from '../../ui/address';
import { day } from '../../ui/format';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import { useNarrow } from '../../ui/useNarrow';
import { Progress } from './Progress';
import type { YearFilter } from './yearFilter';
import { STANDING_LOOKS } from './yearLooks';
import { listQuery } from './yearQueries';

const LISTS: ListName[] = ['problems', 'responsibilities', 'tasks'];

/** 问题清单, 责任清单, 任务清单: three ways to look at the same targets. */
export default function ThreeLists({ planId, filter, onChoose }: { planId: string; filter: YearFilter; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const name = LISTS.find((list) => list === params.get('open')) ?? 'problems';
  const list = useQuery(listQuery(planId, name, filter));
  return (
    <>
      <div className="list-names" role="tablist" aria-label={t('year.tab.lists')}>
        {LISTS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={one === name} onClick={() => setParams((now) => withFilter(now, 'open', one), { replace: true })}>
            {t(`year.list.${one}`)}
            {one === name && list.data && <b>{list.data.total}</b>}
          </button>
        ))}
        <span className="muted small">{t(`year.listHint.${name}`)}</span>
      </div>
      {list.isError ? <Notice error={list.error} onRetry={() => void list.refetch()} /> : !list.data ? <Bones rows={6} /> : list.data.total === 0 ? <Empty title={t(`year.listEmpty.${name}`)} how={t('year.listEmptyHow')} /> : <Lines name={name} lines={list.data.items} onChoose={onChoose} />}
    </>
  );
}

function Lines({ name, lines, onChoose }: { name: ListName; lines: Line[]; onChoose: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const standing = ({ target }: Line) => <Tag look={STANDING_LOOKS[target.standing]}>{target.daysLate > 0 ? t('time.late', { count: target.daysLate }) : t(`year.standing.${target.standing}`)}</Tag>;
  const unit = ({ target }: Line) => (target.leadUnit ? <span>{target.leadUnit}</span> : <span className="muted">{t('year.nobody')}</span>);
  if (narrow)
    return (
      <ul className="cards" aria-label={t(`year.list.${name}`)}>
        {lines.map((line) => (
          <li key={line.target.id}>
            <button type="button" className="month-target" onClick={() => onChoose(line.target.id)}>
              <span className="row spread" style={{ flexWrap: 'nowrap' }}>
                {standing(line)}
                <span className="nowrap small">{day(line.target.dueOn, i18n.language)}</span>
              </span>
              <span className="clip-2">{line.target.quote}</span>
              <span className="small muted">{[line.target.leadUnit ?? t('year.nobody'), line.target.leader, line.target.person].filter(Boolean).join(' · ')}</span>
              {name === 'problems' && line.target.cause && <span className="small">{line.target.cause}</span>}
            </button>
          </li>
        ))}
      </ul>
    );
  const all: Record<string, TableColumnType<Line>> = {
    what: {
      title: t('year.col.what'),
      render: (_, line) => (
        <button type="button" className="plain-link" onClick={() => onChoose(line.target.id)}>
          {line.target.quote}
          <span className="muted small clip">{line.measure}</span>
        </button>
      ),
    },
    standing: { title: t('year.col.standing'), width: 130, render: (_, line) => standing(line) },
    progress: { title: t('year.col.progress'), width: 190, render: (_, { target }) => <Progress target={target} /> },
    unit: { title: t('year.col.unit'), width: 150, render: (_, line) => unit(line) },
    supporting: { title: t('year.col.supporting'), width: 170, render: (_, { target }) => <span className="clip-2">{target.supportingUnits.join(t('ui.comma'))}</span> },
    leader: { title: t('year.col.leader'), width: 90, render: (_, { target }) => target.leader },
    person: { title: t('year.col.person'), width: 90, render: (_, { target }) => target.person },
    due: {
      title: t('year.col.due'),
      width: 150,
      render: (_, { target }) => (
        <span className="nowrap">
          {day(target.dueOn, i18n.language)}
          {target.movedFrom && <span className="muted small" style={{ display: 'block' }}>{t('year.movedFrom', { day: target.movedFrom })}</span>}
        </span>
      ),
    },
    cause: { title: t('year.col.cause'), width: 260, render: (_, { target }) => (target.cause ? <span className="clip-2">{target.cause}</span> : <span className="muted">{t('year.noCause')}</span>) },
    task: { title: t('year.col.task'), width: 90, render: (_, { target }) => (target.taskId ? <Link to={urls.task(target.taskId)}>{t('plan.openTask')}</Link> : null) },
  };
  const columns: Record<ListName, string[]> = {
    problems: ['standing', 'what', 'unit', 'cause', 'due', 'task'],
    responsibilities: ['unit', 'what', 'supporting', 'leader', 'person', 'due'],
    tasks: ['what', 'progress', 'standing', 'unit', 'due', 'task'],
  };
  return (
    <Table<Line>
      className="data-table"
      size="small"
      aria-label={t(`year.list.${name}`)}
      columns={columns[name].map((key) => ({ key, ...all[key]! }))}
      dataSource={lines}
      rowKey={({ target }) => target.id}
      pagination={false}
    />
  );
}
