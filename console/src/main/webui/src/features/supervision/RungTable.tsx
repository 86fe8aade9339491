import { useTranslation } from 'react-i18next';
import type { RungView } from '../../api/types';
import { told } from './audience';
import { RUNG_LOOKS, STEP_LOOKS } from './looks';
import { Tag } from '../../ui/Tag';

/** A ladder as a table: when, by itself or by whose signature, to whom, and how it is told again. */
export function RungTable({ rungs }: { rungs: RungView[] }) {
  const { t } = useTranslation();
  const last = Math.max(...rungs.map(({ workingDays }) => workingDays), 1);
  return (
    <div className="rung-scroll" role="region" tabIndex={0} aria-label={t('alert.ladder')}>
      <table className="rung-table">
        <thead>
          <tr>
            <th scope="col">{t('rule.col.rung')}</th>
            <th scope="col">{t('rule.col.day')}</th>
            <th scope="col">{t('rule.col.how')}</th>
            <th scope="col">{t('rule.col.audience')}</th>
            <th scope="col">{t('rule.col.again')}</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung) => (
            <tr key={rung.ordinal}>
              <th scope="row"><Tag look={RUNG_LOOKS[rung.rung]}>{t(`alert.rung.${rung.rung}`)}</Tag></th>
              <td className="rung-day">
                <span className="nowrap">{rung.workingDays === 0 ? t('rule.atOnce') : t('rule.day', { count: rung.workingDays })}</span>
                <span className="bar" aria-hidden><span className="fill-blue" style={{ width: `${(rung.workingDays / last) * 100}%` }} /></span>
              </td>
              <td>
                {rung.automatic ? t('rule.automatic') : (
                  <Tag look={STEP_LOOKS.proposed}>{t('rule.signedBy', { who: rung.signers.map((role) => t(`rule.signer.${role as 'leader'}`)).join(t('rule.or')) })}</Tag>
                )}
              </td>
              <td>{told(rung.audience, t)}</td>
              <td className="small">
                {rung.superiorAfter && <div>{t('rule.superior', { count: rung.superiorAfter })}</div>}
                {rung.repeatEvery && <div>{t('rule.repeats', { count: rung.repeatEvery, times: rung.repeatTimes ?? 1 })}</div>}
                {!rung.superiorAfter && !rung.repeatEvery && <span className="muted">–</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
