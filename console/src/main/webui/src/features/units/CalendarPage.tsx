import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useHasRole, useMe } from '../../api/me';
import { useNames } from '../../api/people';
import { urls } from '../../app/urls';
import { day } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Facts, Page } from '../../ui/Page';
import { Story } from '../../ui/Story';
import { monthDays, thisYear } from './month';
import { readCalendar, readTerms, saveCalendar } from './queries';
import { Tabs } from './Tabs';
import './calendar.css';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

export default function CalendarPage() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const mayEdit = useHasRole('admin');
  const nameOf = useNames();
  const year = Number(useParams().year ?? thisYear());
  const calendar = useQuery({ queryKey: ['calendar', year], queryFn: ({ signal }) => readCalendar(year, signal) });
  const terms = useQuery({ queryKey: ['terms', me?.unitId], enabled: Boolean(me?.unitId), queryFn: ({ signal }) => readTerms(me!.unitId!, signal) });
  const [edited, setEdited] = useState<{ year: number; off: Set<string>; on: Set<string> }>();
  const [moves, setMoves] = useState<{ tasks: number; reminders: number }>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();

  const editing = edited?.year === year ? edited : undefined;
  const off = editing?.off ?? new Set(calendar.data?.holidays);
  const on = editing?.on ?? new Set(calendar.data?.makeUpDays);
  const language = i18n.language;

  const flip = (date: string, weekend: boolean) => {
    const next = { year, off: new Set(off), on: new Set(on) };
    // A weekday is off or not; a weekend day goes from free to worked to holiday and back.
    if (weekend && !next.on.has(date) && !next.off.has(date)) next.on.add(date);
    else if (next.on.delete(date)) next.off.add(date);
    else if (!next.off.delete(date)) next.off.add(date);
    setEdited(next);
  };
  const act = async (preview: boolean) => {
    setError(undefined);
    try {
      const answer = await saveCalendar(preview, calendar.data!, [...off].sort(), [...on].sort(), preview ? '…' : reason);
      if (preview) {
        setMoves(answer);
        return;
      }
      message.success(t('calendar.saved', { count: answer.tasks }));
      setMoves(undefined);
      setEdited(undefined);
      void queries.invalidateQueries({ queryKey: ['calendar'] });
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Page
      title={t('calendar.title', { year })}
      below={<Tabs />}
      beside={
        <>
          <Link to={urls.calendar(year - 1)}>‹ {year - 1}</Link>
          <Link to={urls.calendar(year + 1)}>{year + 1} ›</Link>
          {calendar.data && <span className="muted">{calendar.data.known ? t('calendar.worked', { count: calendar.data.workingDays }) : t('calendar.unknown')}</span>}
        </>
      }
      acts={
        mayEdit && calendar.data && (editing ? (
          <>
            <Button onClick={() => setEdited(undefined)}>{t('ui.cancel')}</Button>
            <Button type="primary" onClick={() => void act(true)}>{t('calendar.save')}</Button>
          </>
        ) : (
          <Button onClick={() => setEdited({ year, off, on })}>{t('calendar.edit')}</Button>
        ))
      }
    >
      {calendar.isError && <Notice error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {error !== undefined && !moves && <Notice error={error} />}
      {!calendar.data && !calendar.isError && <Bones rows={10} />}
      {calendar.data && (
        <>
          <p className="row small calendar-key">
            <span className="day off">{t('calendar.off')}</span>
            <span className="day on">{t('calendar.on')}</span>
            <span className="day weekend">{t('calendar.weekend')}</span>
            {editing && <span>{t('calendar.editHow')}</span>}
          </p>
          <div className="calendar-year">
            {MONTHS.map((month) => (
              <section key={month} className="card calendar-month" aria-label={t('calendar.month', { month: month + 1 })}>
                <h2>{t('calendar.month', { month: month + 1 })}</h2>
                <ol className="calendar-days">
                  {t('calendar.weekdays').split(' ').map((name) => <li key={name} className="muted" aria-hidden>{name}</li>)}
                  {monthDays(year, month).map((cell, n) => {
                    if (!cell) return <li key={n} />;
                    const kind = on.has(cell.date) ? 'on' : off.has(cell.date) ? 'off' : cell.weekend ? 'weekend' : '';
                    const label = `${day(cell.date, language)}${kind === 'on' ? ` ${t('calendar.on')}` : kind === 'off' ? ` ${t('calendar.off')}` : ''}`;
                    const face = <>{cell.day}{kind === 'on' && <small>{t('calendar.onShort')}</small>}{kind === 'off' && <small>{t('calendar.offShort')}</small>}</>;
                    return (
                      <li key={n}>
                        {editing ? <button type="button" className={`day ${kind}`} aria-label={label} onClick={() => flip(cell.date, cell.weekend)}>{face}</button> : <span className={`day ${kind}`} title={label}>{face}</span>}
                      </li>
                    );
                  })}
                </ol>
              </section>
            ))}
          </div>
          <div className="two">
            <Card title={t('calendar.terms')}>
              {terms.data?.terms.length ? (
                <Facts of={terms.data.terms.map((term) => [t(`calendar.season.${term.season.toLowerCase() as 'spring' | 'autumn'}`, { year: term.year }), t('calendar.term', { from: day(term.startsOn, language), to: day(term.endsOn, language), weeks: term.weeks })])} />
              ) : (
                <p className="muted">{t('calendar.noTerms')}</p>
              )}
            </Card>
            <Card title={t('unit.history')}>
              <Story
                of={calendar.data.history.map(({ at, who, after }) => {
                  const told = JSON.parse(after ?? '{}') as { reason?: string; source?: string };
                  return { at, by: who === 'system' ? null : nameOf(who), act: 'changed', reason: told.reason ?? told.source };
                })}
                name={() => t('calendar.changed')}
              />
            </Card>
          </div>
        </>
      )}
      {moves && (
        <Modal open title={t('calendar.save')} okText={t('calendar.save')} cancelText={t('ui.cancel')} okButtonProps={{ disabled: !reason.trim() }} onOk={() => void act(false)} onCancel={() => setMoves(undefined)} mask={{ closable: false }}>
          <div className="stack">
            <div className="act-consequence">{t('calendar.moves', { tasks: moves.tasks, reminders: moves.reminders })}</div>
            <label htmlFor="reason">{t('calendar.reason')}</label>
            <Input id="reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            {error !== undefined && <Notice error={error} />}
          </div>
        </Modal>
      )}
    </Page>
  );
}
