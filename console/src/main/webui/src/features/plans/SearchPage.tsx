import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import AimOutlined from '@ant-design/icons/AimOutlined';
import AlignLeftOutlined from '@ant-design/icons/AlignLeftOutlined';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { Listed } from '../../api/types';
import type { Found } from '../../api/year';
import { urls } from '../../app/urls';
import { DataTable, type Ask, type Column } from '../../ui/DataTable';
import { Tag, type Look } from '../../ui/Tag';
import { PLAN_LOOKS } from './looks';
import { marked } from './marked';

const KIND_LOOKS: Record<Found['kind'], Look> = {
  PLAN: { tone: 'grey', icon: FileTextOutlined },
  TARGET: { tone: 'blue', icon: AimOutlined },
  MEASURE: { tone: 'grey', icon: AlignLeftOutlined },
};
const search = (ask: Ask, signal?: AbortSignal) => get<Listed<Found>>('/api/plan/v1/search', ask, signal);
const opened = ({ kind, id, planId }: Found) => urls.plan(planId, kind === 'TARGET' ? id : undefined);

/** Words in every plan, measure and target of all years. */
export default function SearchPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const words = (params.get('q') ?? '').trim().split(/\s+/).filter(Boolean);
  const text = (found: Found) => marked(found.text, words).map(({ text: part, hit }, index) => (hit ? <mark key={index} className="quote">{part}</mark> : part));
  const columns: Column<Found>[] = [
    { key: 'kind', title: t('year.search.kind'), width: 90, render: ({ kind }) => <Tag look={KIND_LOOKS[kind]}>{t(`year.search.kinds.${kind}`)}</Tag>, plain: ({ kind }) => t(`year.search.kinds.${kind}`) },
    {
      key: 'text',
      title: t('year.search.text'),
      render: (found) => (
        <Link to={opened(found)} className="clip-2">
          {text(found)}
        </Link>
      ),
      plain: (found) => found.text,
    },
    { key: 'measure', title: t('year.search.measure'), width: 260, render: ({ measure }) => <span className="clip-2">{measure}</span>, plain: ({ measure }) => measure },
    { key: 'plan', title: t('plan.col.title'), width: 280, render: ({ plan }) => <span className="clip-2">{plan}</span>, plain: ({ plan }) => plan },
    { key: 'year', title: t('plan.col.year'), width: 70, render: ({ year }) => year, plain: ({ year }) => year },
    { key: 'state', title: t('plan.col.state'), width: 100, render: ({ state }) => <Tag look={PLAN_LOOKS[state as keyof typeof PLAN_LOOKS]}>{t(`plan.state.${state as keyof typeof PLAN_LOOKS}`)}</Tag>, plain: ({ state }) => state },
  ];
  return (
    <DataTable<Found>
      title={t('year.search.title')}
      topic={['plans', 'search']}
      load={search}
      columns={columns}
      open={opened}
      card={(found) => (
        <div className="stack" style={{ gap: 4 }}>
          <span className="clip-2">{text(found)}</span>
          <span className="row spread small muted">
            <Tag look={KIND_LOOKS[found.kind]}>{t(`year.search.kinds.${found.kind}`)}</Tag>
            <span className="clip">{found.plan}</span>
          </span>
        </div>
      )}
      empty={{ title: t('year.search.empty'), how: t('year.search.emptyHow') }}
      exportName={t('year.search.title')}
    />
  );
}
