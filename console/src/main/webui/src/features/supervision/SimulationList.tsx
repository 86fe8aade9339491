import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Listed, SimulatedMessage, SimulatedTask } from '../../api/types';
import { urls } from '../../app/urls';
import { day, moment } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import { RUNG_LOOKS, STEP_LOOKS } from './looks';
import { listMessages, listSimulatedTasks } from './queries';

const FILTERS = { messages: ['recipient', 'week'], tasks: ['reaches', 'endsAt', 'unitId', 'waiting'] } as const;
type Row = SimulatedMessage | SimulatedTask;

/** What a number of the simulation counts. */
export function SimulationList({ asked, params, onClose }: { asked: Record<string, string>; params: URLSearchParams; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const list = params.get('list') === 'messages' ? 'messages' : params.get('list') === 'tasks' ? 'tasks' : undefined;
  const filter = Object.fromEntries((list ? FILTERS[list] : []).flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  const ask = { ...asked, ...filter };
  const rows = useInfiniteQuery({
    queryKey: ['alerts', 'simulated', list, ask],
    enabled: list !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Listed<Row>> => (list === 'messages' ? listMessages : listSimulatedTasks)({ ...ask, limit: 100, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const total = rows.data?.pages[0]?.total;
  return (
    <Drawer
      open={list !== undefined}
      onClose={onClose}
      size={640}
      title={list && `${t(`simulation.list.${list}`)}${total === undefined ? '' : ` ${total.toLocaleString('en')}`}`}
      closable={{ 'aria-label': t('ui.close') }}
      styles={{ body: { padding: 0 } }}
    >
      {rows.isError && <div className="pad"><Notice error={rows.error} onRetry={() => void rows.refetch()} /></div>}
      {rows.isPending && list && <Bones rows={10} />}
      <ul className="simulated">
        {rows.data?.pages.flatMap(({ items }) => items).map((row) => (
          <li key={row.id}>
            {'word' in row ? (
              <>
                <span className="row spread small"><span className="muted nowrap">{moment(row.at, i18n.language)}</span><span>{t(`simulation.word.${row.word}`)}</span></span>
                <span className="row"><Tag look={RUNG_LOOKS[row.rung]}>{t(`alert.rung.${row.rung}`)}</Tag><Link to={urls.task(row.taskId)} className="grow clip">{row.title}</Link></span>
                <span className="small muted">{t('simulation.to', { to: row.recipientName, unit: row.unit.name })}</span>
              </>
            ) : (
              <>
                <span className="row"><Tag look={RUNG_LOOKS[row.rung]}>{t(`alert.rung.${row.rung}`)}</Tag><Link to={urls.task(row.id)} className="grow clip">{row.title}</Link></span>
                <span className="small muted">{t('simulation.task', { unit: row.unit.name, due: day(row.dueOn, i18n.language), reached: moment(row.reachedAt, i18n.language) })}</span>
                {row.proposed && <span><Tag look={STEP_LOOKS.proposed}>{t('alert.signNext', { rung: t(`alert.rung.${row.proposed}`) })}</Tag></span>}
                {row.settledAt && <span className="small muted">{t('simulation.settled', { when: moment(row.settledAt, i18n.language) })}</span>}
              </>
            )}
          </li>
        ))}
      </ul>
      {rows.hasNextPage && <div className="more"><Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{t('ui.more', { count: 100 })}</Button></div>}
    </Drawer>
  );
}
