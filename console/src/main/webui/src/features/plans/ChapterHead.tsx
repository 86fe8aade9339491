import EditOutlined from '@ant-design/icons/EditOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChapterView, PlanView } from '../../api/types';
import { heading } from './heading';
import { planQuery, renameChapter } from './queries';
import type { Reviewing } from './useReview';

const ActDialog = lazy(() => import('../../ui/ActDialog'));

/** A chapter's heading, and what mends one that was misread. */
export function ChapterHead({ plan, chapter, review }: { plan: PlanView; chapter: ChapterView; review: Reviewing }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const key = planQuery(plan.id).queryKey;
  const name = heading(chapter.number, chapter.title);
  const done = (answer: unknown) => {
    setAsking(false);
    if (answer) queries.setQueryData(key, answer as PlanView);
    else void queries.invalidateQueries({ queryKey: key });
  };
  return (
    <h2 id={`chapter-${chapter.ordinal}`} className="row spread">
      <span>{name}</span>
      {review.may && <Button size="small" type="text" icon={<EditOutlined aria-hidden />} aria-label={`${t('plan.renameChapter')}${t('ui.colon')}${name}`} onClick={() => setAsking(true)} />}
      {asking && (
        <Suspense>
          <ActDialog
            act={{
              act: 'rename',
              label: t('plan.renameChapter'),
              fields: [
                { name: 'number', label: t('plan.outline.number'), kind: 'line', initial: chapter.number },
                { name: 'title', label: t('plan.outline.title'), kind: 'words', initial: chapter.title, required: true },
              ],
              send: ({ number, title }) => renameChapter(queries.getQueryData(key) ?? plan, chapter, { number: number ?? '', title }),
            }}
            draft={`chapter.${chapter.id}.${chapter.version}`}
            onClose={() => setAsking(false)}
            onDone={done}
            onStale={() => done(undefined)}
          />
        </Suspense>
      )}
    </h2>
  );
}
