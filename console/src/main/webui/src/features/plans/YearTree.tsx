import StarFilled from '@ant-design/icons/StarFilled';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChapterYear, TargetYear } from '../../api/year';
import { day } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { heading } from './heading';
import { Progress } from './Progress';
import { countsOf } from './yearFilter';
import { STANDING_LOOKS, toneOf } from './yearLooks';
import { CountsBar } from './YearSummary';

/** Plan, chapter, measure, target, each with its light. Arrows walk it, left and right fold it, Enter opens a target. */
export default function YearTree({ year, chapters, onChoose }: { year: number; chapters: ChapterYear[]; onChoose: (id: string) => void }) {
  return (
    <div className="year-tree" onKeyDown={walk}>
      {chapters.map((chapter) => (
        <details key={chapter.ordinal} open className="year-chapter">
          <Branch light={chapter.light} name={heading(chapter.number, chapter.title)} targets={chapter.measures.flatMap(({ targets }) => targets)} />
          {chapter.measures.map((measure) => (
            <details key={measure.id} open className="year-measure">
              <Branch light={measure.light} name={heading(measure.number, measure.title)} targets={measure.targets} />
              <ul>
                {measure.targets.map((target) => (
                  <li key={target.id}>
                    <TargetRow year={year} target={target} onChoose={onChoose} />
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </details>
      ))}
    </div>
  );
}

function Branch({ light, name, targets }: { light: ChapterYear['light']; name: string; targets: TargetYear[] }) {
  const { t } = useTranslation();
  return (
    <summary data-row>
      <span className={`dot fill-${toneOf(light)}`} role="img" aria-label={t(`year.light.${light}`)} />
      <span className="grow clip-2">{name}</span>
      <CountsBar counts={countsOf(targets)} />
      <span className="muted small nowrap branch-count">{t('overview.targets', { count: targets.length })}</span>
    </summary>
  );
}

const TargetRow = memo(function TargetRow({ year, target, onChoose }: { year: number; target: TargetYear; onChoose: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <button type="button" data-row className="year-target" onClick={() => onChoose(target.id)}>
      <Tag look={STANDING_LOOKS[target.standing]}>{target.daysLate > 0 ? t('time.late', { count: target.daysLate }) : t(`year.standing.${target.standing}`)}</Tag>
      <span className="clip-2 year-what">
        {target.key && <StarFilled className="key-star" role="img" aria-label={t('plan.keyWork.is')} />} {target.quote}
        {target.stages.length > 0 && <span className="muted small"> {t('year.thisYear')}{t('ui.colon')}{target.stages.find(({ year: of }) => of === year)?.words ?? '–'}</span>}
      </span>
      <Progress target={target} />
      <span className={`clip ${target.leadUnit ? '' : 'muted'}`}>{target.leadUnit ?? t('year.nobody')}</span>
      <span className="nowrap num">{day(target.dueOn, i18n.language)}</span>
    </button>
  );
});

function walk(event: KeyboardEvent<HTMLElement>) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const row = rows[at]!;
  const branch = row.closest('details');
  const moves: Record<string, (() => void) | undefined> = {
    ArrowDown: () => rows[at + 1]?.focus(),
    ArrowUp: () => rows[at - 1]?.focus(),
    ArrowRight: () => row.tagName === 'SUMMARY' && branch && (branch.open = true),
    ArrowLeft: () => {
      if (row.tagName === 'SUMMARY' && branch?.open) branch.open = false;
      else (row.tagName === 'SUMMARY' ? branch?.parentElement?.closest('details') : branch)?.querySelector('summary')?.focus();
    },
  };
  const move = moves[event.key];
  if (move) {
    event.preventDefault();
    move();
  }
}
