import { useTranslation } from 'react-i18next';
import type { Rung, SimulationView } from '../../api/types';
import { Card } from '../../ui/Page';
import { differences, type Difference } from './outcome';

/** Two ladders side by side, in sentences. */
export function Differences({ of: it }: { of: SimulationView }) {
  const { t } = useTranslation();
  const found = differences(it);
  const sentence = ({ what, name, one, other }: Difference) =>
    t(`simulation.differs.${what}`, {
      name: what === 'rung' ? t(`alert.rung.${name as Rung}`) : (name ?? ''),
      one: one.toLocaleString('en'),
      other: other.toLocaleString('en'),
      by: Math.abs(other - one).toLocaleString('en'),
      more: t(other > one ? 'simulation.more' : 'simulation.fewer'),
    });
  return (
    <Card title={t('simulation.difference', { one: it.ladder.version, other: it.against?.version ?? 0 })}>
      {found.length === 0 ? (
        <p className="muted">{t('simulation.same')}</p>
      ) : (
        <ul className="differences">
          {found.map((one) => <li key={one.what + (one.name ?? '')}>{sentence(one)}</li>)}
        </ul>
      )}
    </Card>
  );
}
