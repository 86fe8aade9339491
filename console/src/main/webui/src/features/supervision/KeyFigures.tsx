import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../api/types';
import { busiest, type Open } from './outcome';

/** The year in five numbers; each opens what it counts. */
export function KeyFigures({ of: it, onOpen }: { of: SimulationView; onOpen: Open }) {
  const { t } = useTranslation();
  const peak = busiest(it.ladder, it.weeks);
  const other = it.against;
  const top = it.ladder.rungs.at(-1);
  const figures: { label: string; count: number; other?: number; beside?: string; open: () => void }[] = [
    { label: t('simulation.figure.late'), count: it.ladder.late, other: other?.late, beside: t('simulation.figure.ofTasks', { count: it.tasks }), open: () => onOpen('tasks') },
    { label: t('simulation.figure.messages'), count: it.ladder.messages, other: other?.messages, open: () => onOpen('messages') },
    { label: t('simulation.figure.busiest'), count: peak.count, other: other ? busiest(other, it.weeks).count : undefined, beside: t('simulation.weekOf', { week: peak.week }), open: () => onOpen('messages', { week: peak.week }) },
    { label: t('simulation.figure.waiting'), count: it.ladder.waiting, other: other?.waiting, open: () => onOpen('tasks', { waiting: 'true' }) },
    ...(top ? [{ label: t('simulation.figure.top', { rung: t(`alert.rung.${top.rung}`) }), count: top.tasks, other: other ? (other.rungs.find(({ rung }) => rung === top.rung)?.tasks ?? 0) : undefined, beside: t('simulation.units', { count: top.units }), open: () => onOpen('tasks', { reaches: top.rung }) }] : []),
  ];
  return (
    <ul className="key-figures">
      {figures.map(({ label, count, other: against, beside, open }) => (
        <li key={label} className="card">
          <button type="button" onClick={open}>
            <span className="small muted">{label}</span>
            <strong>{count.toLocaleString('en')}</strong>
            <span className="small muted">
              {[beside, against !== undefined && t('simulation.otherHas', { version: other?.version ?? 0, number: against.toLocaleString('en') })].filter(Boolean).join(' · ') || '\u00a0'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
