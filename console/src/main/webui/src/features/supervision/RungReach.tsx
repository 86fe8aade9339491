import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../api/types';
import { Card } from '../../ui/Page';
import { RUNGS } from './looks';
import type { Open } from './outcome';

/** How many tasks come to each rung at all; a second ladder stands below, thin. */
export function RungReach({ of: it, onOpen }: { of: SimulationView; onOpen: Open }) {
  const { t } = useTranslation();
  const most = Math.max(1, it.ladder.late, it.against?.late ?? 0);
  const rungs = RUNGS.filter((rung) => [...it.ladder.rungs, ...(it.against?.rungs ?? [])].some((one) => one.rung === rung));
  return (
    <Card title={t('simulation.reach')} extra={<span className="small muted">{t('simulation.reachHint')}</span>}>
      <ul className="reach">
        {rungs.map((rung) => {
          const one = it.ladder.rungs.find((r) => r.rung === rung);
          const other = it.against?.rungs.find((r) => r.rung === rung)?.tasks ?? 0;
          const tasks = one?.tasks ?? 0;
          const text = `${t('simulation.tasks', { count: tasks })} · ${t('simulation.units', { count: one?.units ?? 0 })}`;
          return (
            <li key={rung}>
              <button type="button" disabled={tasks === 0} onClick={() => onOpen('tasks', { reaches: rung })}>
                <span className="reach-name">{t(`alert.rung.${rung}`)}</span>
                <span className="reach-bars" aria-hidden>
                  <span className={`reach-bar rung-fill-${rung}`} style={{ width: `${(tasks / most) * 100}%` }} />
                  {it.against && <span className="reach-other" style={{ width: `${(other / most) * 100}%` }} />}
                </span>
                <span className="reach-count">
                  {text}
                  {it.against && <span className="small muted">{t('simulation.otherHas', { version: it.against.version, number: other.toLocaleString('en') })}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
