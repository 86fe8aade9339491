// A list is its address: what is filtered, sorted and searched stands in the URL and nowhere else.

/** Shown by the page itself, not asked of the service. */
const OURS = new Set(['tab', 'open', 'target']);

export function filtersOf(params: URLSearchParams): Record<string, string> {
  const filters: Record<string, string> = {};
  for (const [name, value] of params) if (!OURS.has(name) && value !== '') filters[name] = value;
  return filters;
}

export function withFilter(params: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (value === undefined || value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}

export function withoutFilters(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  for (const [name, value] of params) if (OURS.has(name)) kept.set(name, value);
  return kept;
}

/** `dueOn` → ascending, `-dueOn` → descending. */
export function sortOf(params: URLSearchParams): { by: string; down: boolean } | undefined {
  const sort = params.get('sort');
  if (!sort) return undefined;
  return sort.startsWith('-') ? { by: sort.slice(1), down: true } : { by: sort, down: false };
}

export function isFiltered(params: URLSearchParams): boolean {
  return Object.keys(filtersOf(params)).some((name) => name !== 'sort');
}
