import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureView, PlanView } from '../../api/types';
import type { Act } from '../../ui/Acts';
import { heading } from './heading';
import { cutMeasure, joinMeasure, planQuery, renameMeasure } from './queries';
import type { Reviewing } from './useReview';
import { markMeasureKey } from './yearQueries';

const ActDialog = lazy(() => import('../../ui/ActDialog'));

/** A measure's heading, and what mends one that was misread. */
export function MeasureHead({ plan, measure, first, review }: { plan: PlanView; measure: MeasureView; first: boolean; review: Reviewing }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Act>();
  const known = () => queries.getQueryData(planQuery(plan.id).queryKey) ?? plan;
  const mark = review.mark?.measureId === measure.id ? review.mark : undefined;
  const name = heading(measure.number, measure.title);
  const allKey = measure.targets.length > 0 && measure.targets.every(({ key }) => key);
  const acts: Record<string, () => void> = {
    rename: () =>
      setAsking({
        act: 'rename',
        label: t('plan.outline.rename'),
        fields: [
          { name: 'number', label: t('plan.outline.number'), kind: 'line', initial: measure.number },
          { name: 'title', label: t('plan.outline.title'), kind: 'words', initial: measure.title, required: true },
        ],
        send: ({ number, title }) => renameMeasure(known(), measure, { number: number ?? '', title }),
      }),
    join: () => setAsking({ act: 'join', label: t('plan.outline.join'), question: t('plan.outline.joinWhat', { name }), effects: [t('plan.outline.joinResult')], send: () => joinMeasure(known(), measure) }),
    key: () => void markMeasureKey(plan.id, measure.id, !allKey).then(() => done(undefined), (error: unknown) => void message.error(String((error as Error).message))),
    cut: () =>
      mark
        ? setAsking({ act: 'cut', label: t('plan.outline.cut'), question: t('plan.outline.cutWhat'), effects: [t('plan.outline.cutResult', { words: mark.words.slice(0, 40) })], send: () => cutMeasure(known(), measure, mark.start) })
        : void message.info(t('plan.outline.cutHow')),
  };
  const done = (answer: unknown) => {
    setAsking(undefined);
    if (answer) queries.setQueryData(planQuery(plan.id).queryKey, answer as PlanView);
    else void queries.invalidateQueries({ queryKey: planQuery(plan.id).queryKey });
  };
  return (
    <div className="row measure-head">
      <h3 className="grow">{name}</h3>
      {review.may && (
        <Dropdown
          trigger={['click']}
          menu={{
            onClick: ({ key }) => acts[key]?.(),
            items: [
              { key: 'rename', label: t('plan.outline.rename') },
              { key: 'join', label: t('plan.outline.join'), disabled: first },
              { key: 'cut', label: t('plan.outline.cut') },
              { key: 'key', label: t(allKey ? 'plan.keyWork.unmarkAll' : 'plan.keyWork.markAll'), disabled: measure.targets.length === 0 },
            ],
          }}
        >
          <Button size="small" type="text" icon={<MoreOutlined aria-hidden />} aria-label={`${t('plan.outline.label')}${t('ui.colon')}${name}`} onMouseDown={(event) => event.preventDefault()} />
        </Dropdown>
      )}
      {asking && (
        <Suspense>
          <ActDialog act={asking} draft={`measure.${measure.id}.${measure.version}`} onClose={() => setAsking(undefined)} onDone={done} onStale={() => done(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
