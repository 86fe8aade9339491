import { useTranslation } from 'react-i18next';
import type { ChapterYear, TargetYear } from '../../api/year';
import { day } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { useNarrow } from '../../ui/useNarrow';
import { heading } from './heading';
import { Progress } from './Progress';
import { targetsOf } from './yearFilter';
import { STANDING_LOOKS, toneOf } from './yearLooks';
import { span } from './span';

interface Road {
  chapters: ChapterYear[];
  from: string;
  today: string;
  onChoose: (id: string) => void;
}

/** The way to every date: a bar from publication to the day, filled as far as it is done, and the line of today. */
export default function Roadmap(road: Road) {
  return useNarrow() ? <ByMonth {...road} /> : <Lanes {...road} />;
}

function Lanes({ chapters, from, today, onChoose }: Road) {
  const { t, i18n } = useTranslation();
  const { at, months } = span(from, targetsOf(chapters).map(({ dueOn }) => dueOn), today);
  const start = at(from);
  return (
    <div className="roadmap" role="group" aria-label={t('year.roadmapTitle')}>
      <div className="lane axis" aria-hidden>
        <span />
        <span className="track">
          {months.map(({ month, left, named }) => (
            <i key={month} style={{ left: `${left}%` }}>{!named ? null : month.endsWith('-01') ? month.slice(0, 4) : t('year.month', { month: Number(month.slice(5)) })}</i>
          ))}
          <b style={{ left: `${at(today)}%` }}>{t('year.today')}</b>
        </span>
      </div>
      {chapters.map((chapter) => (
        <section key={chapter.ordinal} aria-label={heading(chapter.number, chapter.title)}>
          <h2>{heading(chapter.number, chapter.title)}</h2>
          {targetsOf([chapter]).map((target) => (
            <button key={target.id} type="button" className="lane" onClick={() => onChoose(target.id)} title={`${target.quote} · ${day(target.dueOn, i18n.language)}`}>
              <span className="clip">{target.indicator || target.quote}</span>
              <span className="track">
                {months.map(({ month, left }) => (
                  <i key={month} style={{ left: `${left}%` }} aria-hidden />
                ))}
                <Way target={target} start={Math.min(start, at(target.dueOn))} end={at(target.dueOn)} />
                <u style={{ left: `${at(today)}%` }} aria-hidden />
              </span>
              <span className="visually-hidden">
                {t(`year.standing.${target.standing}`)} {day(target.dueOn, i18n.language)} {target.rate === null ? '' : `${target.rate.toFixed(1)}%`}
              </span>
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}

function Way({ target, start, end }: { target: TargetYear; start: number; end: number }) {
  const tone = toneOf(target.light);
  const done = target.standing === 'ATTAINED' ? 100 : Math.min(100, target.rate ?? 0);
  return (
    <>
      <span className={`way tone-${tone}`} style={{ left: `${start}%`, width: `${end - start}%` }} aria-hidden>
        <span className={`fill-${tone}`} style={{ width: `${done}%` }} />
      </span>
      <span className={`goal fill-${tone}`} style={{ left: `${end}%` }} aria-hidden />
    </>
  );
}

/** On a phone: what comes when. */
function ByMonth({ chapters, onChoose }: Road) {
  const { t, i18n } = useTranslation();
  const months = new Map<string, TargetYear[]>();
  for (const target of targetsOf(chapters).sort((one, other) => one.dueOn.localeCompare(other.dueOn))) {
    const month = target.dueOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), target]);
  }
  return (
    <div className="by-month">
      {[...months].map(([month, targets]) => (
        <section key={month} aria-label={month}>
          <h2>{t('year.yearMonth', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h2>
          <ul className="cards">
            {targets.map((target) => (
              <li key={target.id}>
                <button type="button" className="month-target" onClick={() => onChoose(target.id)}>
                  <span className="row spread" style={{ flexWrap: 'nowrap' }}>
                    <Tag look={STANDING_LOOKS[target.standing]}>{t(`year.standing.${target.standing}`)}</Tag>
                    <span className="nowrap small">{day(target.dueOn, i18n.language)}</span>
                  </span>
                  <span className="clip-2">{target.quote}</span>
                  <Progress target={target} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
