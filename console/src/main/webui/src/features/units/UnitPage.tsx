import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useHasRole } from '../../api/me';
import { useNames } from '../../api/people';
import type { PersonView, UnitHappened } from '../../api/types';
import { urls } from '../../app/urls';
import { day, figure } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Facts, Page } from '../../ui/Page';
import { Story } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { CLOSED, dutyOf, kindOf, OPEN, stageOf } from './looks';
import { listPeople, readUnit } from './queries';

const CloseDialog = lazy(() => import('./CloseDialog'));
const ACTS = ['created', 'changed', 'merged', 'split', 'closed', 'terms-set'] as const;

export default function UnitPage() {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const mayEdit = useHasRole('admin');
  const nameOf = useNames();
  const [closing, setClosing] = useState(false);
  const read = useQuery({ queryKey: ['units', 'one', id], queryFn: ({ signal }) => readUnit(id, signal) });
  const people = useQuery({ queryKey: ['people', 'of', id], queryFn: ({ signal }) => listPeople({ unitId: id, limit: 200 }, signal) });
  if (read.isError) return <Page title={t('unit.title')} back={{ to: urls.units(), name: t('unit.title') }}><Notice error={read.error} onRetry={() => void read.refetch()} /></Page>;
  if (!read.data) return <Page title="…" back={{ to: urls.units(), name: t('unit.title') }}><Bones rows={8} /></Page>;
  const { unit, above, leader, contact, successor, below, counts, codes, history } = read.data;
  const { profile } = unit;
  const called = (person: PersonView | null | undefined) => person && [person.name, person.phone].filter(Boolean).join(' ');
  const language = i18n.language;
  return (
    <Page
      title={unit.name}
      back={{ to: urls.units(), name: t('unit.title') }}
      beside={
        <>
          <Tag look={unit.open ? OPEN : CLOSED}>{t(unit.open ? 'unit.open' : 'unit.closed')}</Tag>
          <span className="muted">{[kindOf(unit.kind, t), stageOf(profile.stage, t)].filter(Boolean).join(' · ')}</span>
          {successor && <span>{t('unit.successor')} <Link to={urls.unit(successor.id)}>{successor.name}</Link></span>}
        </>
      }
      acts={mayEdit && unit.open && unit.parentId && <Button onClick={() => setClosing(true)}>{t('unit.close.act')}</Button>}
    >
      <div className="two">
        <div className="stack">
          <Card title={t('unit.facts')}>
            <Facts
              of={[
                [t('unit.col.parent'), above.map(({ id: at, name }, n) => <span key={at}>{n > 0 && ' / '}<Link to={urls.unit(at)}>{name}</Link></span>)],
                [t('unit.col.code'), unit.id],
                [t('unit.col.schoolCode'), profile.schoolCode],
                [t('unit.divisionCode'), profile.divisionCode],
                [t('unit.leader'), called(leader)],
                [t('unit.contact'), called(contact)],
                [t('unit.col.functions'), unit.functions.join('、')],
                [t('unit.traits'), profile.traits.join('、')],
                [t('unit.col.pupils'), figure(profile.pupils, language)],
                [t('unit.teachers'), figure(profile.teachers, language)],
                [t('unit.classes'), figure(profile.classes, language)],
                [t('unit.below'), below > 0 && <Link to={urls.units(`parentId=${unit.id}&state=open`)}>{below}</Link>],
              ]}
            />
          </Card>
          <Card title={t('unit.tasks')}>
            <Facts of={counts.map(({ key, count, query }) => [t(`unit.count.${key as 'open' | 'overdue' | 'all'}`), <Link key={key} to={urls.tasks(query)}>{count}</Link>])} />
          </Card>
          <Card title={t('unit.people')}>
            {people.isError ? <Notice error={people.error} /> : !people.data ? <Bones rows={2} /> : people.data.items.length === 0 ? <p className="muted">{t('unit.noPeople')}</p> : (
              <Facts of={people.data.items.filter(({ active }) => active).map((person) => [person.name, [dutyOf(person.duty, t), person.phone, person.email].filter(Boolean).join(' · ')])} />
            )}
          </Card>
        </div>
        <div className="stack">
          {codes.length > 0 && (
            <Card title={t('unit.codes')}>
              <Facts of={codes.map((code) => [code.code, `${day(code.validFrom, language)} – ${code.validTo ? day(code.validTo, language) : t('unit.inForce')}${code.reason ? ` · ${code.reason}` : ''}`])} />
            </Card>
          )}
          <Card title={t('unit.history')}>
            <Story
              of={history.map((happened) => ({ at: happened.at, by: nameOf(happened.who), act: happened.act, text: told(happened, t('ui.colon')) }))}
              name={(act) => {
                const known = ACTS.find((name) => name === act);
                return known ? t(`unit.happened.${known}`) : act;
              }}
            />
          </Card>
        </div>
      </div>
      {closing && (
        <Suspense>
          <CloseDialog
            unit={unit}
            onClose={() => setClosing(false)}
            onDone={() => {
              setClosing(false);
              void queries.invalidateQueries({ queryKey: ['units'] });
            }}
          />
        </Suspense>
      )}
    </Page>
  );

  /** What differs, as former → present. */
  function told({ before, after }: UnitHappened, colon: string): string {
    const was = JSON.parse(before ?? '{}') as Record<string, unknown>;
    const is = JSON.parse(after ?? '{}') as Record<string, unknown>;
    const words = i18n.getResource(language, 'translation', 'unit.field') as Record<string, string> | undefined;
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((key) => words?.[key])
      .map((key) => `${words![key]}${colon}${[was[key], is[key]].filter((value) => value !== undefined).map((value) => said(key, value)).join(' → ')}`)
      .join('；');
  }

  function said(key: string, value: unknown): string {
    if (key === 'kind') return kindOf(String(value), t);
    if (key === 'stage') return stageOf(String(value), t);
    if (Array.isArray(value)) return value.join('、');
    if (typeof value === 'boolean') return t(value ? 'unit.open' : 'unit.closed');
    return String(value);
  }
}
