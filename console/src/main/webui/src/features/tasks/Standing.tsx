import { useTranslation } from 'react-i18next';
import type { ExtensionView, TaskView } from '../../api/types';
import { day, moment } from '../../ui/format';
import { Card, Facts } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { EXTENSION_LOOKS } from './looks';

interface Shown {
  of: TaskView;
  nameOf: (account: string) => string | null;
}

/** What holds its clock, and what was asked of it: why its day is where it is. */
export function Standing({ of, nameOf }: Shown) {
  const { t, i18n } = useTranslation();
  const asked = [...(of.extensions ?? [])].reverse();
  const on = (date: string) => day(date, i18n.language);
  return (
    <>
      {of.block && (
        <Card title={t('task.blocked.now')}>
          <Facts
            of={[
              [t('task.form.obstacle'), t(`task.obstacle.${of.block.obstacle}`)],
              [t('task.blocked.reason'), of.block.reason],
              [t('task.blocked.since'), `${moment(of.block.since, i18n.language)} · ${nameOf(of.block.by)}`],
              [t('task.blocked.clock'), t('task.blocked.runs')],
            ]}
          />
        </Card>
      )}
      {of.suspension && (
        <Card title={t('task.suspension.now')}>
          <Facts
            of={[
              [t('task.suspension.reason'), of.suspension.reason],
              [t('task.suspension.since'), `${moment(of.suspension.since, i18n.language)} · ${nameOf(of.suspension.by)}`],
              [t('task.suspension.until'), of.suspension.until ? on(of.suspension.until) : t('task.suspension.untilOpen')],
              [t('task.suspension.soFar'), t('task.suspension.days', { count: of.suspension.workingDays })],
              [t('task.suspension.ifResumed'), on(of.suspension.dueOnIfResumed)],
            ]}
          />
        </Card>
      )}
      {asked.length > 0 && (
        <Card title={t('task.extension.title')} flush>
          <ul className="cards">
            {asked.map((request) => (
              <li key={request.askedAt}><div><div className="stack" style={{ gap: 4 }}>
                <span className="row spread">
                  <b>{t('task.extension.what', { from: on(request.formerDueOn), to: on(request.wantedDueOn) })}</b>
                  <Tag look={EXTENSION_LOOKS[request.state]}>{t(`task.extension.state.${request.state}`)}</Tag>
                </span>
                <span>{request.reason}</span>
                <span className="muted small">{[nameOf(request.askedBy), moment(request.askedAt, i18n.language)].join(' · ')}</span>
                {decision(request)}
              </div></div></li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );

  function decision({ decidedBy, decidedAt, answer, grantedDueOn, wantedDueOn }: ExtensionView) {
    if (!decidedBy || !decidedAt) return null;
    return (
      <span className="muted small">
        {[nameOf(decidedBy), moment(decidedAt, i18n.language), grantedDueOn && grantedDueOn !== wantedDueOn && t('task.extension.granted', { day: on(grantedDueOn) }), answer].filter(Boolean).join(' · ')}
      </span>
    );
  }
}

/** The spans for which its clock stood still, and what each moved. */
export function Ledger({ of, nameOf }: Shown) {
  const { t, i18n } = useTranslation();
  const spans = of.suspensions ?? [];
  if (spans.length === 0) return null;
  const on = (date: string) => day(date, i18n.language);
  return (
    <Card title={t('task.suspension.ledger')} flush>
      <ul className="cards">
        {[...spans].reverse().map((span) => (
          <li key={span.since}><div><div className="stack" style={{ gap: 4 }}>
            <span className="row spread">
              <b>{`${moment(span.since, i18n.language)} – ${moment(span.endedAt, i18n.language)}`}</b>
              <span className="nowrap">{t('task.suspension.days', { count: span.workingDays })}</span>
            </span>
            <span>{span.reason}</span>
            <span className="muted small">{t('task.suspension.moved', { from: on(span.formerDueOn), to: on(span.dueOn), by: nameOf(span.endedBy) ?? span.endedBy })}</span>
          </div></div></li>
        ))}
      </ul>
    </Card>
  );
}
