import { useTranslation } from 'react-i18next';
import type { SimulatedOutcome } from '../../api/types';
import { Card } from '../../ui/Page';

const WIDE = 640;
const HIGH = 220;
const LEFT = 40;
const BELOW = 22;

/** Where the tasks stand as the year goes on: one band a rung, the highest on top. */
export function YearOfRungs({ weeks, rungs }: { weeks: string[]; rungs: SimulatedOutcome['rungs'] }) {
  const { t } = useTranslation();
  const sums = weeks.map((_, week) => rungs.reduce((sum, rung) => sum + rung.byWeek[week]!, 0));
  const most = Math.max(1, ...sums);
  const x = (week: number) => LEFT + (weeks.length < 2 ? 0.5 : week / (weeks.length - 1)) * (WIDE - LEFT - 8);
  const y = (count: number) => HIGH - BELOW - (count / most) * (HIGH - BELOW - 8);
  const below = new Array<number>(weeks.length).fill(0);
  const bands = rungs.map(({ rung, byWeek }) => {
    const from = [...below];
    byWeek.forEach((count, week) => (below[week]! += count));
    const up = weeks.map((_, week) => `${x(week)},${y(below[week]!)}`);
    const down = weeks.map((_, week) => `${x(week)},${y(from[week]!)}`).reverse();
    return { rung, points: [...up, ...down].join(' ') };
  });
  const months = weeks.flatMap((week, at) => (at === 0 || week.slice(0, 7) !== weeks[at - 1]!.slice(0, 7) ? [{ at, month: Number(week.slice(5, 7)) }] : [])).slice(1);
  const summary = t('simulation.overYearSummary', { peak: most, week: weeks[sums.indexOf(most)] ?? '' });
  return (
    <Card title={t('simulation.overYear')} extra={<span className="small muted">{summary}</span>}>
      <svg className="year-of-rungs" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={`${t('simulation.overYear')}${t('ui.colon')}${summary}`}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={LEFT} x2={WIDE - 8} y1={y(most * part)} y2={y(most * part)} className="axis-line" />
            <text x={LEFT - 6} y={y(most * part) + 4} textAnchor="end">{Math.round(most * part).toLocaleString('en')}</text>
          </g>
        ))}
        {bands.map(({ rung, points }) => <polygon key={rung} points={points} className={`rung-fill-${rung}`} />)}
        {months.map(({ at, month }) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={HIGH - BELOW} y2={HIGH - BELOW + 4} className="axis-line" />
            <text x={x(at)} y={HIGH - 6} textAnchor="middle">{t('simulation.month', { month })}</text>
          </g>
        ))}
      </svg>
      <p className="rung-key">
        {rungs.map(({ rung }) => <span key={rung}><i className={`rung-fill-${rung}`} aria-hidden />{t(`alert.rung.${rung}`)}</span>)}
      </p>
    </Card>
  );
}
