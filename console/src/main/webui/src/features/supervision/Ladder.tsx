import './supervision.css';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../api/types';
import { moment } from '../../ui/format';
import { told } from './audience';
import { RUNG_LOOKS, STEP_LOOKS } from './looks';

/** What a rung does by rule needs no reason beside it. */
const BY_RULE = new Set(['RAISED', 'POLICY', 'SIGNED']);

/** Each rung with its planned date, or with what was done, by whom and why; below it when it is told again. */
export function Ladder({ steps, nameOf }: { steps: StepView[]; nameOf: (account: string) => string | null }) {
  const { t, i18n } = useTranslation();
  const waitsAt = steps.find(({ state }) => state === 'proposed')?.ordinal ?? Infinity;
  return (
    <ol className="ladder">
      {steps.filter(({ tells }) => tells === 'RUNG').map((step) => {
        const { tone, icon: StateIcon } = STEP_LOOKS[step.state];
        const { icon: RungIcon } = RUNG_LOOKS[step.rung];
        const held = step.state === 'planned' && step.ordinal > waitsAt;
        const state = held ? t('alert.step.plannedAfter') : step.state === 'planned' && !step.plannedAt ? t('alert.step.plannedOpen') : t(`alert.step.${step.state}`);
        const when = step.takenAt ?? (step.state === 'planned' && !held ? step.plannedAt : null);
        return (
          <li key={step.ordinal} className={`rung-${step.state}`}>
            <div className="rung-name">
              <RungIcon aria-hidden /> {t(`alert.rung.${step.rung}`)}
            </div>
            <div className={`tone-${tone} small`}>
              <StateIcon aria-hidden /> {state}
            </div>
            {when && <div className="small muted">{moment(when, i18n.language)}</div>}
            {step.by && <div className="small">{nameOf(step.by)}</div>}
            {step.audience.length > 0 && (
              <div className="small muted">
                {t('alert.audience')}{t('ui.colon')}{told(step.audience, t)}
              </div>
            )}
            {steps.filter(({ tells, rung }) => tells !== 'RUNG' && rung === step.rung).map((again) => {
              const { tone: shade, icon: Icon } = STEP_LOOKS[again.state];
              return (
                <div key={again.ordinal} className={`tone-${shade} small again`}>
                  <Icon aria-hidden /> {t(`alert.tells.${again.tells as 'REPEAT'}`)}
                  <span className="muted"> {moment(again.takenAt ?? again.plannedAt, i18n.language)}</span>
                </div>
              );
            })}
            {step.reason && !BY_RULE.has(step.because ?? '') && <div className="small">{step.reason}</div>}
          </li>
        );
      })}
    </ol>
  );
}
