import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TargetView } from '../../api/types';
import { day, figure } from '../../ui/format';
import type { Clash } from './useReview';

/** What another reviewer made of the target one was deciding about, and the two ways on. */
export function ClashNotice({ clash, onSettle }: { clash: Clash; onSettle: (again: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const said = (target: TargetView): Record<string, string> => ({
    review: t(`plan.review.${target.review}`),
    indicator: target.indicator,
    value: target.value === null ? '–' : `${figure(target.value, i18n.language)}${target.unit ?? ''}`,
    dueOn: day(target.dueOn, i18n.language),
    quote: target.quote,
  });
  const [was, is] = [said(clash.seen), said(clash.now)];
  return (
    <div className="notice clash" role="alert">
      <div className="grow">
        <strong>{t('plan.clash.title', { by: clash.by, name: clash.now.indicator })}</strong>
        <ul>
          {Object.keys(was)
            .filter((name) => was[name] !== is[name])
            .map((name) => (
              <li key={name}>
                {t(`plan.field.${name as 'review'}`)}{t('ui.colon')}<del>{was[name]}</del> → <b>{is[name]}</b>
              </li>
            ))}
        </ul>
        <span className="muted">{t('plan.clash.kept')}</span>
        <div className="row" style={{ marginTop: 6 }}>
          <Button size="small" onClick={() => onSettle(false)}>{t('plan.clash.theirs', { by: clash.by })}</Button>
          <Button size="small" type="primary" onClick={() => onSettle(true)}>{t('plan.clash.mine')}</Button>
        </div>
      </div>
    </div>
  );
}
