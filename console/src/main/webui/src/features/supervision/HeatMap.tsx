import { Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulatedLoad } from '../../api/types';
import { Card } from '../../ui/Page';
import { heat, type Open } from './outcome';

const FEW = 20;
const MORE = 100;

const STEPS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** From cell to cell by arrows; Tab passes through the rows' totals alone. */
function walk(event: KeyboardEvent<HTMLTableElement>) {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!step || !cell || !row) return;
  event.preventDefault();
  const rows = (row.parentElement as HTMLTableSectionElement).rows;
  rows[row.rowIndex - 1 + step[1]]?.cells[cell.cellIndex + step[0]]?.querySelector('button')?.focus();
}

/** Who hears how much in which week. */
export function HeatMap({ weeks, loads, onOpen }: { weeks: string[]; loads: SimulatedLoad[]; onOpen: Open }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FEW);
  const most = Math.max(1, ...loads.flatMap(({ byWeek }) => byWeek));
  return (
    <Card
      flush
      title={t('simulation.load')}
      extra={
        <span className="small muted row heat-key">
          {t('simulation.fewest')}{[1, 2, 3, 4, 5].map((step) => <i key={step} className={`heat-${step}`} aria-hidden />)}{t('simulation.mostly', { count: most })}
        </span>
      }
    >
      <div className="heat-scroll">
        <table className="heat" onKeyDown={walk}>
          <thead>
            <tr>
              <th scope="col">{t('simulation.recipient')}</th>
              <th scope="col" className="num">{t('simulation.total')}</th>
              {weeks.map((week, at) => (
                <th key={week} scope="col" className="heat-week">
                  <span className="visually-hidden">{week}</span>
                  {(at === 0 || week.slice(0, 7) !== weeks[at - 1]!.slice(0, 7)) && <span aria-hidden>{t('simulation.month', { month: Number(week.slice(5, 7)) })}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.slice(0, shown).map(({ recipient, name, total, byWeek }) => (
              <tr key={recipient}>
                <th scope="row" className="clip" title={name}>{name}</th>
                <td className="num"><button type="button" className="plain-number" onClick={() => onOpen('messages', { recipient })}>{total.toLocaleString('en')}</button></td>
                {byWeek.map((count, at) => (
                  <td key={weeks[at]} className="heat-cell">
                    {count > 0 && (
                      <button
                        type="button"
                        tabIndex={-1}
                        className={`heat-${heat(count, most)}`}
                        aria-label={t('simulation.cell', { name, week: weeks[at] ?? '', count })}
                        title={t('simulation.cell', { name, week: weeks[at] ?? '', count })}
                        onClick={() => onOpen('messages', { recipient, week: weeks[at]! })}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {loads.length > FEW && (
        <div className="more">
          <span>{t('ui.shown', { shown: Math.min(shown, loads.length), total: loads.length })}</span>
          {shown < loads.length && <Button onClick={() => setShown(shown + MORE)}>{t('ui.more', { count: Math.min(MORE, loads.length - shown) })}</Button>}
        </div>
      )}
    </Card>
  );
}
