import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/client';
import type { LadderView, RungView } from '../../api/types';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { RUNG_LOOKS, RUNGS } from './looks';
import { writeLadder } from './queries';
import { oneMore, wantedOf, type WantedLadder, type WantedRung } from './wanted';

const AUDIENCE = ['RESPONSIBLE_UNIT', 'SUPERIOR_UNIT', 'SUPPORTING_UNITS', 'SUPERVISORS', 'LEADERS'] as const;
const SIGNERS = ['supervisor', 'leader'] as const;

/** Writes a new version from an old one. It is not in force by that; what is wrong with it is said at its rung. */
export function LadderEditor({ from, onClose, onWritten }: { from: LadderView; onClose: () => void; onWritten: (written: LadderView) => void }) {
  const { t } = useTranslation();
  const [ladder, setLadder] = useState<WantedLadder>(() => wantedOf(from));
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const change = (at: number, part: Partial<WantedRung>) => setLadder({ ...ladder, rungs: ladder.rungs.map((rung, n) => (n === at ? { ...rung, ...part } : rung)) });
  const faults = (error instanceof ProblemError && error.problem.errors) || [];
  const faultsOf = (at: number) => faults.filter(({ field }) => field.startsWith(`rungs[${at}]`));
  // What is said at its rung is not said twice.
  const unplaced = error instanceof ProblemError ? new ProblemError({ ...error.problem, errors: faults.filter(({ field }) => !/^rungs\[\d+\]/.test(field)) }) : error;
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      onWritten(await writeLadder(ladder));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      flush
      title={t('rule.editing', { version: from.version })}
      extra={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="primary" loading={busy} disabled={!ladder.note.trim()} onClick={() => void save()}>{t('rule.save')}</Button>
        </>
      }
    >
      <div className="pad stack">
        <p className="muted small">{t('rule.editHint')}</p>
        {error !== undefined && <Notice error={unplaced} />}
        <div className="row rule-head">
          <label className="stack-label grow">{t('rule.note')}<Input value={ladder.note} maxLength={200} placeholder={t('rule.noteHint')} onChange={(event) => setLadder({ ...ladder, note: event.target.value })} /></label>
          <label className="stack-label">{t('rule.firesAtLabel')}<Input type="time" value={ladder.firesAt} onChange={(event) => setLadder({ ...ladder, firesAt: event.target.value })} /></label>
        </div>
      </div>
      <ol className="rule-rungs">
        {ladder.rungs.map((rung, at) => {
          const wrong = faultsOf(at);
          const name = t(`alert.rung.${rung.rung}`);
          const label = (what: string) => `${name}${t('ui.colon')}${what}`;
          return (
            <li key={rung.rung} className={wrong.length ? 'wrong' : undefined}>
              <div className="rule-rung">
                <span className="rule-name"><Tag look={RUNG_LOOKS[rung.rung]}>{name}</Tag></span>
                <label className="stack-label">{t('rule.dayLabel')}
                  <InputNumber min={0} max={250} precision={0} value={rung.workingDays} disabled={at === 0} aria-label={label(t('rule.col.day'))} onChange={(workingDays) => change(at, { workingDays })} />
                </label>
                <label className="stack-label">{t('rule.col.how')}
                  <Select
                    value={rung.automatic ? 'automatic' : 'signed'}
                    aria-label={label(t('rule.col.how'))}
                    options={[{ value: 'automatic', label: t('rule.automatic') }, { value: 'signed', label: t('rule.signed') }]}
                    onChange={(how) => change(at, { automatic: how === 'automatic', signers: how === 'automatic' ? [] : ['leader'] })}
                  />
                </label>
                <label className="stack-label">{t('rule.signers')}
                  <Select mode="multiple" value={rung.signers} disabled={rung.automatic} aria-label={label(t('rule.signers'))} options={SIGNERS.map((value) => ({ value, label: t(`rule.signer.${value}`) }))} onChange={(signers) => change(at, { signers })} />
                </label>
                <label className="stack-label rule-audience">{t('rule.col.audience')}
                  <Select
                    mode="multiple"
                    value={rung.audience}
                    aria-label={label(t('rule.col.audience'))}
                    options={AUDIENCE.map((value) => ({ value, label: t(`alert.audiences.${value.toLowerCase() as 'leaders'}`) }))}
                    onChange={(audience: RungView['audience']) => change(at, { audience })}
                  />
                </label>
                <label className="stack-label">{t('rule.superiorLabel')}
                  <InputNumber min={1} precision={0} value={rung.superiorAfter} placeholder={t('rule.none')} aria-label={label(t('rule.superiorLabel'))} onChange={(superiorAfter) => change(at, { superiorAfter })} />
                </label>
                <label className="stack-label">{t('rule.everyLabel')}
                  <InputNumber min={1} precision={0} value={rung.repeatEvery} placeholder={t('rule.none')} aria-label={label(t('rule.everyLabel'))} onChange={(repeatEvery) => change(at, { repeatEvery, repeatTimes: repeatEvery ? (rung.repeatTimes ?? 1) : null })} />
                </label>
                <label className="stack-label">{t('rule.timesLabel')}
                  <InputNumber min={1} max={10} precision={0} value={rung.repeatTimes} disabled={!rung.repeatEvery} aria-label={label(t('rule.timesLabel'))} onChange={(repeatTimes) => change(at, { repeatTimes })} />
                </label>
                <Button type="text" icon={<DeleteOutlined />} disabled={at === 0} aria-label={label(t('rule.remove'))} onClick={() => setLadder({ ...ladder, rungs: ladder.rungs.filter((_, n) => n !== at) })} />
              </div>
              {wrong.map(({ field, message }) => <p key={field + message} className="small tone-red">{message}</p>)}
            </li>
          );
        })}
      </ol>
      {ladder.rungs.length < RUNGS.length && (
        <div className="pad"><Button icon={<PlusOutlined />} onClick={() => setLadder({ ...ladder, rungs: oneMore(ladder.rungs) })}>{t('rule.add')}</Button></div>
      )}
    </Card>
  );
}
