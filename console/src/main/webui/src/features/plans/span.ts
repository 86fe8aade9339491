const DAY = 86_400_000;
const noon = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

/** The time a roadmap shows, from the day it began to its last date, whole months; where a day lies on it, 0 to 100. */
export function span(from: string, dates: string[], today: string) {
  const first = noon(`${from.slice(0, 7)}-01`);
  const latest = Math.max(noon(today), ...dates.map(noon));
  const last = new Date(latest);
  const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1);
  const at = (date: string) => Math.min(100, Math.max(0, ((noon(date) + DAY - first) / (end - first)) * 100));
  const months: { month: string; left: number }[] = [];
  for (const day = new Date(first); day.getTime() < end; day.setUTCMonth(day.getUTCMonth() + 1)) {
    months.push({ month: day.toISOString().slice(0, 7), left: ((day.getTime() - first) / (end - first)) * 100 });
  }
  return { at, months };
}
