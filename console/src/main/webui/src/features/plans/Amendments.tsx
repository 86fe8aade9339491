import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AmendmentView, PlanView } from '../../api/types';
import { ActBar, type Act } from '../../ui/Acts';
import { day, moment } from '../../ui/format';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Tag } from '../../ui/Tag';
import { AMENDMENT_LOOKS } from './looks';
import { amendmentsQuery, approveAmendment, refuseAmendment } from './queries';

const ROWS = ['indicator', 'comparator', 'value', 'upper', 'unit', 'dueOn'] as const;

/** What was changed since the plan was published, what waits for a decision, and how each differs from before. */
export function Amendments({ plan }: { plan: PlanView }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const amendments = useQuery(amendmentsQuery(plan.id));
  if (amendments.isError) return <Notice error={amendments.error} onRetry={() => void amendments.refetch()} />;
  if (!amendments.data) return <div className="card"><Bones rows={5} /></div>;
  if (amendments.data.length === 0) return <div className="card"><Empty title={t('plan.amend.none')} how={t('plan.amend.noneHow')} /></div>;
  const acts = (one: AmendmentView): Act[] => [
    { act: 'approve', label: t('plan.amend.approve'), primary: true, question: t('plan.amend.approveWhat'), effects: [one.change, t(`plan.amend.effect.${one.kind}`)], send: () => approveAmendment(plan, one.id) },
    { act: 'refuse', label: t('plan.amend.refuse'), fields: [{ name: 'reason', label: t('plan.amend.refusal'), kind: 'words', required: true }], send: ({ reason }) => refuseAmendment(plan, one.id, reason) },
  ];
  return (
    <div className="stack">
      {amendments.data.map((one) => (
        <section key={one.id} className="card amendment">
          <header>
            <Tag look={AMENDMENT_LOOKS[one.state]}>{t(`plan.amend.state.${one.state}`)}</Tag>
            <b className="grow">{t(`plan.amend.kind.${one.kind}`)}{t('ui.colon')}{(one.before ?? one.after)?.indicator}</b>
            {one.state === 'proposed' && <ActBar acts={acts(one)} can={one.can} cannot={one.cannot} draft={`amendment.${one.id}`} onDone={() => void queries.invalidateQueries({ queryKey: ['plans'] })} />}
          </header>
          <div className="body stack">
            {one.kind === 'change' && one.before && one.after && <Difference before={one.before} after={one.after} yearEnd={`${plan.year}-12-31`} />}
            {one.kind === 'addition' && <p>{one.change}</p>}
            <p>{t('plan.amend.reason')}{t('ui.colon')}{one.reason}</p>
            {one.refusal && <p>{t('plan.amend.refusal')}{t('ui.colon')}{one.refusal}</p>}
            <p className="muted small">
              {t('plan.amend.proposedBy', { by: one.proposedBy, at: moment(one.proposedAt, i18n.language) })}
              {one.decidedBy && ` · ${t('plan.amend.decidedBy', { by: one.decidedBy, at: moment(one.decidedAt, i18n.language) })}`}
              {one.targetId && one.state !== 'refused' && <> · <Link to={`?target=${one.targetId}`}>{t('plan.health.go')}</Link></>}
            </p>
          </div>
        </section>
      ))}
    </div>
  );
}

function Difference({ before, after, yearEnd }: { before: NonNullable<AmendmentView['before']>; after: NonNullable<AmendmentView['after']>; yearEnd: string }) {
  const { t, i18n } = useTranslation();
  const said = (of: typeof before, name: (typeof ROWS)[number]) => {
    if (name === 'dueOn') return day(of.dueOn ?? yearEnd, i18n.language);
    if (name === 'comparator') return t(`plan.comparator.${of.comparator.toUpperCase() as 'GE'}`);
    return String(of[name] ?? '–');
  };
  return (
    <table className="difference">
      <thead><tr><th /><th scope="col">{t('plan.amend.before')}</th><th scope="col">{t('plan.amend.after')}</th></tr></thead>
      <tbody>
        {ROWS.filter((name) => said(before, name) !== said(after, name)).map((name) => (
          <tr key={name}>
            <th scope="row">{t(`plan.field.${name}`)}</th>
            <td><del>{said(before, name)}</del></td>
            <td><ins>{said(after, name)}</ins></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
