import { useTranslation } from 'react-i18next';
import type { Point, TargetYear } from '../../api/year';
import { figure, moment } from '../../ui/format';

const WIDTH = 500;
const HEIGHT = 150;
const EDGE = { left: 44, right: 12, top: 10, bottom: 22 };

/** Steps of what was reached, against the straight line from publication to the date. Its table is behind it. */
export function Trend({ target, points, from }: { target: TargetYear; points: Point[]; from: string }) {
  const { t, i18n } = useTranslation();
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Math.max(Date.parse(`${target.dueOn}T00:00:00Z`), Date.parse(points.at(-1)!.at), start + 1);
  const values = points.map((point) => point.reached ?? point.reported);
  const asked = target.value ?? 0;
  const most = Math.max(...values, asked, 1) * 1.05;
  const x = (at: number) => EDGE.left + ((Math.min(Math.max(at, start), end) - start) / (end - start)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const steps = points.map((point, index) => `${index === 0 ? `M${x(start)},${y(0)}` : ''}H${x(Date.parse(point.at))}V${y(values[index]!)}`).join('');
  return (
    <figure className="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('year.trendTitle', { count: points.length, value: figure(values.at(-1), i18n.language), unit: target.unit ?? '' })}>
        <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} className="axis-line" />
        {asked > 0 && (
          <>
            <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(asked)} y2={y(asked)} className="asked-line" />
            <text x={EDGE.left - 6} y={y(asked) + 4} textAnchor="end">{figure(asked, i18n.language)}</text>
            {target.expected !== null && <line x1={x(start)} y1={y(0)} x2={x(end)} y2={y(asked)} className="expected-line" />}
          </>
        )}
        <path d={steps} className="steps" />
        {points.map((point, index) => (
          <circle key={point.at + point.unit} cx={x(Date.parse(point.at))} cy={y(values[index]!)} r={3} />
        ))}
        <text x={EDGE.left} y={HEIGHT - 6}>{from}</text>
        <text x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end">{target.dueOn}</text>
      </svg>
      <details>
        <summary className="small">{t('year.asTable')}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('year.when')}</th>
              <th scope="col">{t('year.col.unit')}</th>
              <th scope="col" className="num">{t('year.reported')}</th>
              <th scope="col" className="num">{t('year.together')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.at + point.unit}>
                <td className="nowrap">{moment(point.at, i18n.language)}</td>
                <td>{point.unit}</td>
                <td className="num">{figure(point.reported, i18n.language)}</td>
                <td className="num">{point.reached === null ? '–' : figure(point.reached, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
