import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useHasRole } from '../../api/me';
import { useNames } from '../../api/people';
import type { LadderView } from '../../api/types';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { moment } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { LadderEditor } from './LadderEditor';
import { LADDER_LOOKS } from './looks';
import { PreviewCard } from './PreviewCard';
import { enactLadder, ladders } from './queries';
import { RungTable } from './RungTable';
import { Tabs } from './Tabs';
import './rules.css';

const stateOf = ({ inForce, enacted }: LadderView) => (inForce ? 'inForce' : enacted.length > 0 ? 'former' : 'draft');

export default function RulesPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const nameOf = useNames();
  const maySet = useHasRole('admin', 'supervisor');
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const all = useQuery(ladders);
  if (all.isError) return <Page title={t('rule.title')} below={<Tabs />}><Notice error={all.error} onRetry={() => void all.refetch()} /></Page>;
  if (!all.data) return <Page title={t('rule.title')} below={<Tabs />}><Card><Bones rows={8} /></Card></Page>;
  const { inForce, versions } = all.data;
  const asked = Number(params.get('version') ?? inForce);
  const shown = versions.find(({ version }) => version === asked) ?? versions[0]!;
  const show = (version: number) => setParams(version === inForce ? {} : { version: String(version) }, { replace: true });
  const refresh = () => queries.invalidateQueries({ queryKey: ['alerts'] });
  const by = (ladder: LadderView) => (ladder.writtenAt ? `${nameOf(ladder.writtenBy) ?? ''} · ${moment(ladder.writtenAt, i18n.language)}` : t('rule.ships'));
  return (
    <Page
      title={t('rule.title')}
      below={<Tabs />}
      acts={
        !editing && (
          <>
            <Link to={urls.simulation(shown.inForce ? '' : `ladder=${inForce}&against=${shown.version}`)}>
              <Button>{t(shown.inForce ? 'rule.simulate' : 'rule.compare')}</Button>
            </Link>
            {maySet && <Button onClick={() => setEditing(true)}>{t('rule.edit')}</Button>}
            {maySet && !shown.inForce && (
              <ActBar
                acts={[
                  {
                    act: 'enact',
                    label: t('rule.enact'),
                    primary: true,
                    question: t('rule.enactQuestion', { version: shown.version }),
                    effects: [t('rule.enactEffect'), t('rule.runningKeep')],
                    fields: [{ name: 'note', label: t('rule.why'), kind: 'line', required: true }],
                    send: ({ note }) => enactLadder(shown.version, inForce, String(note)),
                  },
                ]}
                can={['enact']}
                cannot={[]}
                draft={`ladder.${shown.version}`}
                onDone={() => void refresh()}
              />
            )}
          </>
        )
      }
    >
      {editing ? (
        <LadderEditor
          from={shown}
          onClose={() => setEditing(false)}
          onWritten={(written) => {
            setEditing(false);
            void refresh().then(() => show(written.version));
          }}
        />
      ) : (
        <div className="rules">
          <Card flush title={t('rule.versions')}>
            <ul className="rule-versions">
              {versions.map((ladder) => (
                <li key={ladder.version}>
                  <button type="button" aria-pressed={ladder.version === shown.version} onClick={() => show(ladder.version)}>
                    <span className="row spread">
                      <b>{t('rule.version', { version: ladder.version })}</b>
                      <Tag look={LADDER_LOOKS[stateOf(ladder)]}>{t(`rule.state.${stateOf(ladder)}`)}</Tag>
                    </span>
                    <span className="clip-2">{ladder.writtenAt ? ladder.note : t('rule.shipsNote')}</span>
                    <span className="small muted">{by(ladder)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Card>
          <div className="stack">
            <Card flush title={t('rule.version', { version: shown.version })} extra={<span className="muted small">{t('rule.firesAt', { at: shown.firesAt.slice(0, 5) })}</span>}>
              <RungTable rungs={shown.rungs} />
            </Card>
            {!shown.inForce && <PreviewCard version={shown.version} />}
            {shown.enacted.length > 0 && (
              <Card title={t('rule.enacted')}>
                <ul className="rule-enacted">
                  {shown.enacted.map(({ at, by: who, note }) => (
                    <li key={at ?? 'always'} className="small">
                      {at ? `${moment(at, i18n.language)} · ${nameOf(who) ?? ''} · ${note}` : t('rule.always')}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
