import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { Differences } from './Differences';
import { HeatMap } from './HeatMap';
import { KeyFigures } from './KeyFigures';
import { ASKED, simulationOf, simulationSheet } from './queries';
import { RungReach } from './RungReach';
import { SimulationForm } from './SimulationForm';
import { SimulationList } from './SimulationList';
import { Tabs } from './Tabs';
import { UnitStandings } from './UnitStandings';
import { YearOfRungs } from './YearOfRungs';
import './rules.css';
import './simulation.css';

/** What the list beside is opened with; the rest of the address is what was asked. */
const LIST = ['list', 'recipient', 'week', 'reaches', 'endsAt', 'unitId', 'waiting'];

export default function SimulationPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(ASKED.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  const played = useQuery(simulationOf(asked));
  const it = played.data;

  const ask = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    for (const one of LIST) next.delete(one);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const open = (list: 'messages' | 'tasks', filter: Record<string, string> = {}) => {
    const next = new URLSearchParams(params);
    for (const one of LIST) next.delete(one);
    for (const [name, value] of Object.entries({ list, ...filter })) next.set(name, value);
    setParams(next, { replace: true });
  };
  const close = () => {
    const next = new URLSearchParams(params);
    for (const one of LIST) next.delete(one);
    setParams(next, { replace: true });
  };

  return (
    <Page
      title={t('simulation.title')}
      below={<Tabs />}
      acts={
        <Button icon={<DownloadOutlined aria-hidden />} href={it ? simulationSheet(asked) : undefined} disabled={!it}>
          {t('ui.export')}
        </Button>
      }
    >
      <SimulationForm asked={asked} lastYear={it?.lastYear ?? null} onAsk={ask} />
      {played.isError && <Notice error={played.error} onRetry={() => void played.refetch()} />}
      {played.isPending && (
        <Card title={t('simulation.playing')}>
          <Bones rows={10} />
        </Card>
      )}
      {it && !played.isError && it.ladder.late === 0 && (
        <Card>
          <Empty title={t('simulation.empty')} how={t('simulation.emptyHow', { year: it.year })} />
        </Card>
      )}
      {it && !played.isError && it.ladder.late > 0 && (
        <div className={`stack ${played.isPlaceholderData ? 'being-played' : ''}`} aria-busy={played.isPlaceholderData}>
          <KeyFigures of={it} onOpen={open} />
          {it.against && <Differences of={it} />}
          <div className="simulation-two">
            <RungReach of={it} onOpen={open} />
            <YearOfRungs weeks={it.weeks} rungs={it.ladder.rungs} />
          </div>
          <HeatMap weeks={it.weeks} loads={it.ladder.loads} onOpen={open} />
          <UnitStandings outcome={it.ladder} onOpen={open} />
          <p className="small muted">{t('simulation.basis', { tasks: it.tasks, millis: it.millis })}</p>
        </div>
      )}
      <SimulationList asked={asked} params={params} onClose={close} />
    </Page>
  );
}
