import { useQuery } from '@tanstack/react-query';
import { Drawer, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TargetHistory, UnitShare } from '../../api/year';
import { urls } from '../../app/urls';
import { day, figure, moment } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { KeyMark } from './KeyMark';
import { OverYears } from './OverYears';
import { Stages } from './Stages';
import { Trend } from './Trend';
import { useFigures } from './useFigures';
import { useMarks } from './useMarks';
import { STANDING_LOOKS } from './yearLooks';
import { historyQuery } from './yearQueries';

const SOURCES = ['REPORTS', 'INSPECTIONS', 'OTHER_SYSTEM'] as const;

/** One target beside the tree: what it comes to and by which rule, unit by unit, and how it grew. */
export default function TargetDrawer({ planId, year, targetId, from, onClose }: { planId: string; year: number; targetId: string; from: string; onClose: () => void }) {
  const { t } = useTranslation();
  const history = useQuery(historyQuery(planId, targetId));
  return (
    <Drawer open onClose={onClose} size={560} title={t('year.one')} className="target-drawer" closable={{ 'aria-label': t('ui.close') }}>
      {history.isError ? <Notice error={history.error} onRetry={() => void history.refetch()} /> : history.data ? <Inside planId={planId} year={year} history={history.data} from={from} /> : <Bones rows={8} />}
    </Drawer>
  );
}

function Inside({ planId, year, history: { target, units, trend }, from }: { planId: string; year: number; history: TargetHistory; from: string }) {
  const { t, i18n } = useTranslation();
  const { reached, asked } = useFigures(target);
  const language = i18n.language;
  const marks = useMarks(planId, target.id);
  const unit = `${language === 'en' ? ' ' : ''}${target.unit ?? ''}`;
  return (
    <div className="stack">
      <blockquote className="target-quote">{target.quote}</blockquote>
      <Facts
        of={[
          [t('year.col.standing'), <Tag look={STANDING_LOOKS[target.standing]}>{t(`year.standing.${target.standing}`)}</Tag>],
          [t('year.reached'), [reached, asked && `/ ${asked}`].filter(Boolean).join(' ')],
          [t('year.rate'), target.rate === null ? null : `${target.rate.toFixed(1)}%`],
          [t('year.surplus'), target.surplus === null ? null : `${figure(target.surplus, language)}${unit}`],
          [t('year.expectedToday'), target.expected === null ? null : `${figure(target.expected, language)}${unit}`],
          [t('year.lastYear'), target.lastYear === null ? null : `${figure(target.lastYear, language)}${unit}`],
          [t('year.how'), `${t(`year.basis.${target.basis}`)}${target.basis === 'SHARES' ? t(`year.whole.${target.whole}`) : ''}`],
          [t('year.source'), marks.may ? <Select size="small" aria-label={t('year.setSource')} value={target.countedFrom} popupMatchSelectWidth={false} options={SOURCES.map((value) => ({ value, label: t(`year.countedFrom.${value}`) }))} onChange={marks.count} /> : t(`year.countedFrom.${target.countedFrom}`)],
          [t('plan.keyWork.is'), marks.may ? <KeyMark is={target.key} name={target.indicator} onMark={marks.key} /> : target.key ? t('plan.yes') : null],
          [t('year.allYears'), target.valueOfAllYears === null ? null : `${figure(target.valueOfAllYears, language)}${unit}`],
          [t('year.col.due'), `${day(target.dueOn, language)}${target.movedFrom ? t('year.movedFromIn', { day: target.movedFrom }) : ''}${target.dueInferred ? ` · ${t('time.inferred')}` : ''}`],
          [t('year.col.unit'), target.leadUnit ?? t('year.nobody')],
          [t('year.col.supporting'), target.supportingUnits.join(t('ui.comma'))],
          [t('year.col.leader'), target.leader],
          [t('year.col.person'), target.person],
          [t('year.links'), <span className="row"><Link to={urls.plan(planId, target.id)}>{t('year.toText')}</Link>{target.taskId && <Link to={urls.task(target.taskId)}>{t('plan.openTask')}</Link>}</span>],
        ]}
      />
      {marks.error !== null && <Notice error={marks.error} />}
      {target.stages.length > 0 && <h2>{t('plan.stages.title')}</h2>}
      {target.stages.length > 0 && <Stages stages={target.stages} unit={unit} year={year} />}
      <h2>{t('year.trend')}</h2>
      {trend.length > 0 ? <Trend target={target} points={trend} from={from} /> : <p className="muted small">{t('year.noTrend')}</p>}
      {marks.may && <OverYears planId={planId} targetId={target.id} />}
      {units.length > 0 && <h2>{target.unitsAsked > 0 ? t('year.byUnit', { reached: target.unitsReached, asked: target.unitsAsked }) : t('year.col.unit')}</h2>}
      {units.length > 0 && <Units units={units} of={unit} />}
    </div>
  );
}

function Units({ units, of }: { units: UnitShare[]; of: string }) {
  const { t, i18n } = useTranslation();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('year.col.unit')}</th>
          <th scope="col" className="num">{t('year.reached')}</th>
          <th scope="col">{t('year.col.standing')}</th>
          <th scope="col">{t('year.said')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((share) => (
          <tr key={share.taskId}>
            <td>
              <Link to={urls.task(share.taskId)}>{share.unit}</Link>
              {share.whole && <span className="muted small"> {t('year.leads')}</span>}
            </td>
            <td className="num nowrap">
              {share.reached === null ? '–' : `${figure(share.reached, i18n.language)}${of}`}
              {share.asked !== null && <span className="muted"> / {figure(share.asked, i18n.language)}</span>}
            </td>
            <td className="nowrap">{share.daysLate > 0 ? <span className="tone-red">{t('time.late', { count: share.daysLate })}</span> : t(`year.phase.${share.phase}`)}</td>
            <td className="small">
              {share.words}
              {share.wordsAt && <span className="muted nowrap"> {moment(share.wordsAt, i18n.language)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
