import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useHasRole } from '../../api/me';
import type { DeadLetterView } from '../../api/types';
import { ActBar } from '../../ui/Acts';
import { DataTable, type Column } from '../../ui/DataTable';
import { moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { LETTER_LOOKS, LETTER_STATES } from './looks';
import { discard, listLetters, replay, SERVICES } from './queries';
import { Tabs } from './Tabs';
import './health.css';

export default function DeadLettersPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const admin = useHasRole('admin');
  const params = useParams();
  const service = SERVICES.find((name) => name === params.service) ?? 'plan';

  const acts = (letter: DeadLetterView) =>
    letter.state === 'waiting' && (
      <span className="row">
        <ActBar
          acts={[
            { act: 'replay', label: t('health.letters.replay'), question: t('health.letters.replay'), effects: [t('health.letters.replayEffect')], send: () => replay(service, letter.id) },
            {
              act: 'discard',
              label: t('health.letters.discard'),
              effects: [t('health.letters.discardEffect')],
              fields: [{ name: 'reason', label: t('health.letters.reason'), kind: 'words', required: true }],
              send: ({ reason }) => discard(service, letter.id, reason),
            },
          ]}
          can={admin ? ['replay', 'discard'] : []}
          cannot={admin ? [] : ['replay', 'discard'].map((act) => ({ act, reason: t('health.letters.adminOnly') }))}
          draft={`letter.${letter.id}`}
          onDone={() => void queries.invalidateQueries({ queryKey: ['letters'] })}
        />
      </span>
    );
  const state = (letter: DeadLetterView) => <Tag look={LETTER_LOOKS[letter.state]}>{t(`health.letters.state.${letter.state}`)}</Tag>;
  const columns: Column<DeadLetterView>[] = [
    {
      key: 'cause',
      title: t('health.letters.col.cause'),
      render: (letter) => (
        <details className="letter">
          <summary className="clip-2">{letter.cause}</summary>
          <Content letter={letter} />
        </details>
      ),
      plain: ({ cause }) => cause,
    },
    { key: 'type', title: t('health.letters.col.type'), width: 240, render: ({ type, topic }) => <span className="small">{type ?? topic}</span>, plain: ({ type }) => type },
    { key: 'state', title: t('health.letters.col.state'), width: 120, render: state, plain: (letter) => t(`health.letters.state.${letter.state}`) },
    { key: 'at', title: t('health.letters.col.received'), width: 180, render: ({ keptAt }) => <span className="nowrap muted">{moment(keptAt, i18n.language)}</span>, plain: ({ keptAt }) => moment(keptAt, i18n.language) },
    { key: 'act', title: t('health.letters.replay'), width: 190, render: acts },
  ];
  return (
    <DataTable<DeadLetterView>
      key={service}
      title={`${t('health.letters.title')} · ${t(`health.service.${service}`)}`}
      below={<Tabs service={service} />}
      topic={['letters', service]}
      load={listLetters(service)}
      columns={columns}
      card={(letter) => (
        <div className="stack" style={{ gap: 6 }}>
          <details className="letter">
            <summary>{letter.cause}</summary>
            <Content letter={letter} />
          </details>
          <span className="row small">
            {state(letter)} <span className="muted">{letter.type}</span>
          </span>
          <span className="small muted">{moment(letter.keptAt, i18n.language)}</span>
          {acts(letter)}
        </div>
      )}
      filters={[{ name: 'state', label: t('health.letters.filterState'), options: LETTER_STATES.map((value) => ({ value, label: t(`health.letters.state.${value}`) })) }]}
      searchable={false}
      empty={{ title: t('health.letters.empty'), how: t('health.letters.emptyHow') }}
      exportName={t('health.letters.title')}
    />
  );
}

function Content({ letter }: { letter: DeadLetterView }) {
  const { t } = useTranslation();
  return (
    <pre tabIndex={0} aria-label={t('health.letters.content')}>
      {[letter.topic, letter.key].filter(Boolean).join(' · ')}
      {letter.value ? `\n${letter.value}` : ''}
    </pre>
  );
}
