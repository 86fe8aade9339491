import type { TFunction } from 'i18next';
import type { PlanView } from '../../api/types';
import type { Act } from '../../ui/Acts';
import { acceptAll, deleteDraft, publish, withdraw } from './queries';

export function planActs(plan: PlanView, t: TFunction): Act[] {
  const { counts, title } = plan;
  return [
    {
      act: 'publish',
      label: t('plan.act.publish'),
      primary: true,
      question: t('plan.act.publishWhat', { title }),
      effects: [
        t('plan.act.publishTasks', { count: counts.accepted }),
        ...(counts.rejected > 0 ? [t('plan.act.publishLeft', { rejected: counts.rejected })] : []),
        ...(counts.unreviewed > 0 ? [t('plan.act.publishOpen', { unreviewed: counts.unreviewed })] : []),
        t('plan.act.publishWho'),
      ],
      send: () => publish(plan),
    },
    {
      act: 'withdraw',
      label: t('plan.act.withdraw'),
      question: t('plan.act.withdrawWhat', { title }),
      effects: [t('plan.act.withdrawResult')],
      fields: [{ name: 'reason', label: t('plan.act.reason'), kind: 'words', required: true }],
      send: ({ reason }) => withdraw(plan, reason),
    },
    {
      act: 'delete',
      label: t('plan.act.delete'),
      question: t('plan.act.deleteWhat', { title }),
      effects: [t('plan.act.deleteResult')],
      send: () => deleteDraft(plan),
    },
  ];
}

export function acceptAllAct(plan: PlanView, t: TFunction): Act {
  return { act: 'review', label: t('plan.acceptAll'), question: t('plan.act.acceptAllWhat', { count: plan.counts.unreviewed }), send: () => acceptAll(plan) };
}
