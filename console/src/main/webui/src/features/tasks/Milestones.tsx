import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MilestoneView, TaskView } from '../../api/types';
import { ActBar, type Act, type ActValues } from '../../ui/Acts';
import { day } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { MILESTONE_LOOKS } from './looks';
import { setMilestones, tellMilestone } from './queries';

const standing = ({ achievedOn, daysLate }: MilestoneView) => (achievedOn ? 'reached' : daysLate > 0 ? 'late' : 'ahead');

/** The nodes within a task, by day: how far each is, and what shows it. */
export function Milestones({ of }: { of: TaskView }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const all = of.milestones ?? [];
  const may = of.can.includes('set_milestones') || of.can.includes('reach_milestone');
  if (all.length === 0 && !may) return null;
  const fields = (one?: MilestoneView): Act['fields'] => [
    { name: 'name', label: t('milestone.name'), kind: 'line', required: true, initial: one?.name },
    { name: 'dueOn', label: t('milestone.dueOn'), kind: 'date', required: true, initial: one?.dueOn, help: t('milestone.dueHelp', { day: day(of.dueOn, i18n.language) }) },
  ];
  const bar = (acts: Act[], draft: string) => (
    <ActBar acts={acts} can={of.can} cannot={[]} draft={`milestone.${draft}`} onDone={() => void queries.invalidateQueries({ queryKey: ['tasks'] })} />
  );
  const add: Act = { act: 'set_milestones', label: t('milestone.add'), fields: fields(), send: (values: ActValues) => setMilestones(of, [...all, values]) };
  return (
    <Card title={<>{t('milestone.title')} {all.length > 0 && <span className="muted">{all.length}</span>}</>} extra={bar([add], of.id)} flush={all.length > 0}>
      {all.length === 0 ? (
        <p className="muted">{t('milestone.none')}</p>
      ) : (
        <ul className="cards">
          {all.map((one) => (
            <li key={one.id}>
              <div>
                <div className="stack" style={{ gap: 6 }}>
                  <span className="row spread">
                    <b>{one.name}</b>
                    <Tag look={MILESTONE_LOOKS[standing(one)]}>{t(`milestone.${standing(one)}`)}</Tag>
                  </span>
                  <span className="small">
                    {[
                      t('milestone.by', { day: day(one.dueOn, i18n.language) }),
                      one.achievedOn ? t('milestone.reachedOn', { day: day(one.achievedOn, i18n.language) }) : t('milestone.progressIs', { progress: one.progress }),
                      one.daysLate > 0 && t('report.daysLate', { count: one.daysLate }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {one.proof && <span className="muted small">{one.proof}</span>}
                  <span className="row" style={{ gap: 8 }}>
                    {bar(
                      [
                        {
                          act: 'reach_milestone',
                          label: t('milestone.tell'),
                          fields: [
                            { name: 'progress', label: t('milestone.progress'), kind: 'number', required: true, initial: one.progress, help: t('milestone.progressHelp') },
                            { name: 'proof', label: t('milestone.proof'), kind: 'words', required: true, initial: one.proof ?? undefined },
                          ],
                          send: tellMilestone(of, one),
                        },
                        { act: 'set_milestones', label: t('milestone.change'), fields: fields(one), send: (values: ActValues) => setMilestones(of, all.map((other) => (other.id === one.id ? { id: one.id, ...values } : other))) },
                      ],
                      one.id,
                    )}
                    {bar([{ act: 'set_milestones', label: t('milestone.remove'), question: t('milestone.removeWhat', { name: one.name }), send: () => setMilestones(of, all.filter((other) => other.id !== one.id)) }], `${one.id}.remove`)}
                  </span>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
