import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulatedOutcome } from '../../api/types';
import { Card } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { RUNG_LOOKS } from './looks';
import type { Open } from './outcome';

const FEW = 15;
const MORE = 100;

/** Who would stand where when the year is over. */
export function UnitStandings({ outcome, onOpen }: { outcome: SimulatedOutcome; onOpen: Open }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FEW);
  return (
    <Card flush title={t('simulation.standings')} extra={<span className="small muted">{t('simulation.standingsHint')}</span>}>
      <div className="rung-scroll" role="region" tabIndex={0} aria-label={t('simulation.standings')}>
        <table className="rung-table standings">
          <thead>
            <tr>
              <th scope="col">{t('simulation.unit')}</th>
              <th scope="col">{t('simulation.highest')}</th>
              <th scope="col" className="num">{t('simulation.lateTasks')}</th>
              {outcome.rungs.map(({ rung }) => <th key={rung} scope="col" className="num">{t(`alert.rung.${rung}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {outcome.units.slice(0, shown).map(({ unit, tasks, highest, byRung }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td><Tag look={RUNG_LOOKS[highest]}>{t(`alert.rung.${highest}`)}</Tag></td>
                <td className="num"><button type="button" className="plain-number" onClick={() => onOpen('tasks', { unitId: unit.id })}>{tasks}</button></td>
                {byRung.map((count, at) => {
                  const rung = outcome.rungs[at]!.rung;
                  return (
                    <td key={rung} className="num">
                      {count > 0 ? <button type="button" className="plain-number" onClick={() => onOpen('tasks', { unitId: unit.id, endsAt: rung })}>{count}</button> : <span className="muted">·</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {outcome.units.length > FEW && (
        <div className="more">
          <span>{t('ui.shown', { shown: Math.min(shown, outcome.units.length), total: outcome.units.length })}</span>
          {shown < outcome.units.length && <Button onClick={() => setShown(shown + MORE)}>{t('ui.more', { count: Math.min(MORE, outcome.units.length - shown) })}</Button>}
        </div>
      )}
    </Card>
  );
}
