import type { PlanView, ReviewView, TargetView } from '../../api/types';

const asWritten = (one: TargetView, other: TargetView) => one.quoteStart - other.quoteStart;

/** The plan with what a review has changed, by whomever. Measures that nothing happened to stay the same objects. */
export function withNews(plan: PlanView, news: ReviewView): PlanView {
  if (news.version < plan.version) return plan;
  const gone = new Set([...news.gone, ...news.targets.map(({ target }) => target.id)]);
  const chapters =
    gone.size === 0
      ? plan.chapters
      : plan.chapters.map((chapter) => ({
          ...chapter,
          measures: chapter.measures.map((measure) => {
            const here = news.targets.filter(({ measureId }) => measureId === measure.id);
            if (here.length === 0 && !measure.targets.some(({ id }) => gone.has(id))) return measure;
            const targets = [...measure.targets.filter(({ id }) => !gone.has(id)), ...here.map(({ target }) => target)];
            return { ...measure, targets: targets.sort(asWritten) };
          }),
        }));
  return { ...plan, version: news.version, counts: news.counts, can: news.can, cannot: news.cannot, chapters };
}
