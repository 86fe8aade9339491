import { useTranslation } from 'react-i18next';
import type { TargetYear } from '../../api/year';
import { figure } from '../../ui/format';
import { toneOf } from './yearLooks';
import { useFigures } from './useFigures';

/** What was reached of what was asked, and a tick where the line to its date stands today. */
export function Progress({ target }: { target: TargetYear }) {
  const { t, i18n } = useTranslation();
  const { reached, asked } = useFigures(target);
  const width = target.rate === null ? (target.standing === 'ATTAINED' ? 100 : 0) : Math.min(100, target.rate);
  const tick = target.expected !== null && target.value ? Math.min(100, (target.expected / target.value) * 100) : undefined;
  return (
    <span className="progress">
      <span className="row spread small" style={{ gap: 6, flexWrap: 'nowrap' }}>
        <span className="clip">
          {reached}
          {asked && <span className="muted"> / {asked}</span>}
        </span>
        {target.rate !== null && <b className="nowrap">{target.rate.toFixed(1)}%</b>}
      </span>
      <span className="bar thin" aria-hidden>
        {width > 0 && <span className={`fill-${toneOf(target.light)}`} style={{ width: `${width}%` }} />}
        {tick !== undefined && tick > 0 && tick < 100 && <i style={{ left: `${tick}%` }} />}
      </span>
      {target.expected !== null && target.standing === 'BEHIND' && <span className="visually-hidden">{t('year.expected', { value: figure(target.expected, i18n.language) })}</span>}
    </span>
  );
}
