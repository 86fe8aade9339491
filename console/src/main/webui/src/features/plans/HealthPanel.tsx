import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FindingView, PlanView } from '../../api/types';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import { FINDING_LOOKS } from './looks';
import { healthQuery } from './queries';

const place = ({ targetId, measureId }: FindingView) => (targetId ? `?target=${targetId}` : measureId ? `?#measure-${measureId}` : undefined);

/** What should be seen before the plan binds others; each finding leads to its place. */
export function HealthPanel({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const health = useQuery(healthQuery(plan));
  if (health.isError) return <Notice error={health.error} onRetry={() => void health.refetch()} />;
  if (!health.data) return <div className="card"><Bones rows={5} /></div>;
  const { findings, blocking, warnings } = health.data;
  if (findings.length === 0) return <div className="card"><Empty title={t('plan.health.none')} how={t('plan.health.noneHow')} /></div>;
  const groups = [...new Set(findings.map(({ code }) => code))].map((code) => findings.filter((finding) => finding.code === code));
  return (
    <div className="stack health">
      <p>{t('plan.health.summary', { blocking, warnings })}</p>
      {groups.map((group) => (
        <details key={group[0]!.code} className="card" open={group[0]!.severity === 'blocking' || group.length <= 5}>
          <summary className="row">
            <Tag look={FINDING_LOOKS[group[0]!.severity]}>{t(`plan.health.${group[0]!.severity}`)}</Tag>
            <b className="grow">{t(`plan.finding.${group[0]!.code as 'no-date'}`)}</b>
            <span className="muted">{group.length}</span>
          </summary>
          <ul>
            {group.map((finding, index) => (
              <li key={index}>
                <span>{finding.words}</span> <span className="muted">{finding.cure}</span> {place(finding) && <Link to={place(finding)!}>{t('plan.health.go')}</Link>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
