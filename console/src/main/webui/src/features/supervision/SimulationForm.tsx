import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../api/types';
import { Card } from '../../ui/Page';
import { ladders, publishedPlans } from './queries';

const SIGNED = ['0', '1', '2', '5', 'never'];

interface Form {
  asked: Record<string, string>;
  lastYear: SimulationView['lastYear'];
  onAsk: (name: string, value: string | undefined) => void;
}

/** What the year is played with. Everything stands in the address, so a link shows the same year. */
export function SimulationForm({ asked, lastYear, onAsk }: Form) {
  const { t } = useTranslation();
  const versions = useQuery(ladders);
  const plans = useQuery(publishedPlans);
  const present = new Date().getFullYear();
  const inForce = versions.data?.inForce;
  const written = (versions.data?.versions ?? []).map(({ version, note, writtenAt }) => ({
    value: String(version),
    label: `${t('rule.version', { version })}${version === inForce ? t('simulation.inForce') : ''} ${writtenAt ? note : t('rule.shipsNote')}`,
  }));
  return (
    <Card>
      <div className="simulation-form">
        <label className="stack-label">{t('simulation.year')}
          <Select value={asked.year ?? String(present)} aria-label={t('simulation.year')} options={[present - 1, present, present + 1].map((year) => ({ value: String(year), label: String(year) }))} onChange={(year) => onAsk('year', year === String(present) ? undefined : year)} />
        </label>
        <label className="stack-label grow">{t('simulation.what')}
          <Select value={asked.planId ?? ''} aria-label={t('simulation.what')} options={[{ value: '', label: t('simulation.running') }, ...(plans.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))]} onChange={(planId) => onAsk('planId', planId || undefined)} />
        </label>
        <div className="stack-label">{t('simulation.assume')}
          <Segmented
            value={asked.assume ?? 'silence'}
            aria-label={t('simulation.assume')}
            options={[
              { value: 'silence', label: t('simulation.silence') },
              { value: 'last-year', label: t('simulation.lastYear'), disabled: lastYear === null && asked.assume !== 'last-year', title: lastYear === null ? t('simulation.noLastYear') : undefined },
            ]}
            onChange={(assume) => onAsk('assume', assume === 'silence' ? undefined : String(assume))}
          />
        </div>
        <label className="stack-label">{t('simulation.signed')}
          <Select value={asked.signedAfter ?? '0'} aria-label={t('simulation.signed')} options={SIGNED.map((value) => ({ value, label: value === 'never' ? t('simulation.neverSigned') : value === '0' ? t('simulation.signedAtOnce') : t('simulation.signedAfter', { count: Number(value) }) }))} onChange={(after) => onAsk('signedAfter', after === '0' ? undefined : after)} />
        </label>
        <label className="stack-label grow">{t('simulation.ladder')}
          <Select value={asked.ladder ?? (inForce === undefined ? undefined : String(inForce))} aria-label={t('simulation.ladder')} options={written} onChange={(ladder) => onAsk('ladder', ladder === String(inForce) ? undefined : ladder)} />
        </label>
        <label className="stack-label grow">{t('simulation.against')}
          <Select value={asked.against} allowClear placeholder={t('simulation.nothing')} aria-label={t('simulation.against')} options={written} onChange={(against: string | undefined) => onAsk('against', against)} />
        </label>
      </div>
      {lastYear && <p className="small muted simulation-past">{t('simulation.past', { year: lastYear.year, tasks: lastYear.tasks, late: lastYear.late })}</p>}
    </Card>
  );
}
