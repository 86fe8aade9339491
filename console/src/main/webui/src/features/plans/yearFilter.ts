import type { ChapterYear, Counts, Standing, TargetYear, YearView } from '../../api/year';

/** What of a year is looked at; it stands in the address, and the exports are asked with the same. */
export interface YearFilter {
  light?: string;
  unitId?: string;
  q?: string;
  key?: true;
}

export function filterOf(params: URLSearchParams): YearFilter {
  return { light: params.get('light') ?? undefined, unitId: params.get('unitId') ?? undefined, q: params.get('q')?.trim() || undefined, ...(params.get('key') === 'true' ? { key: true as const } : {}) };
}

const lets = ({ light, unitId, q, key }: YearFilter) => (target: TargetYear) =>
  (!key || target.key) && (!light || light.toUpperCase().split(',').includes(target.light)) && (!unitId || target.leadUnitId === unitId) && (!q || target.quote.includes(q) || target.indicator.includes(q));

/** The tree with what the filter lets through; what is left without a target is left out. */
export function filtered(year: YearView, filter: YearFilter): ChapterYear[] {
  return year.chapters
    .map((chapter) => ({
      ...chapter,
      measures: chapter.measures.map((measure) => ({ ...measure, targets: measure.targets.filter(lets(filter)) })).filter(({ targets }) => targets.length > 0),
    }))
    .filter(({ measures }) => measures.length > 0);
}

export const targetsOf = (chapters: ChapterYear[]): TargetYear[] => chapters.flatMap(({ measures }) => measures.flatMap(({ targets }) => targets));

export function countsOf(targets: TargetYear[]): Counts {
  const counts: Counts = {};
  for (const { standing } of targets) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}

/** Every lead unit once, by name. */
export function unitsOf(targets: TargetYear[]): { value: string; label: string }[] {
  const names = new Map(targets.flatMap(({ leadUnitId, leadUnit }) => (leadUnitId && leadUnit ? [[leadUnitId, leadUnit] as const] : [])));
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, 'zh'));
}

export const total = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
export const countOf = (counts: Counts, standings: Standing[]) => standings.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0);
