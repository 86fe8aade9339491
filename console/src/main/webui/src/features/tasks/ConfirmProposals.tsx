import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useHasRole } from '../../api/me';
import { ActBar } from '../../ui/Acts';
import { confirmProposals, proposedIds } from './queries';

/** One yes to every proposed lead unit, of one plan where the list shows one. */
export function ConfirmProposals() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [params] = useSearchParams();
  const planId = params.get('planId') ?? undefined;
  const may = useHasRole('supervisor', 'admin');
  const { data: ids = [] } = useQuery({ queryKey: ['tasks', 'proposed', planId], queryFn: ({ signal }) => proposedIds(planId, signal), enabled: may });
  if (ids.length === 0) return null;
  return (
    <ActBar
      acts={[
        {
          act: 'assign',
          label: t('task.assignAll'),
          primary: true,
          question: t('task.assignAllWhat', { count: ids.length }),
          effects: [t('task.effect.assign')],
          send: () => confirmProposals(ids),
        },
      ]}
      can={['assign']}
      cannot={[]}
      draft="tasks.proposed"
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['tasks'] });
        void queries.invalidateQueries({ queryKey: ['overview'] });
      }}
    />
  );
}
