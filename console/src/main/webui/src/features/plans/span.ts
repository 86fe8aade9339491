const DAY = 86_400_000;
const MOST_NAMES = 14;
const noon = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

/** The time a roadmap shows, from its first date to its last, whole months; where a day lies on it, 0 to 100. */
export function span(from: string, dates: string[], today: string) {
  const earliest = [from, ...dates].reduce((one, other) => (other < one ? other : one));
  const first = noon(`${earliest.slice(0, 7)}-01`);
  const latest = Math.max(noon(today), ...dates.map(noon));
  const last = new Date(latest);
  const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1);
  const at = (date: string) => Math.min(100, Math.max(0, ((noon(date) + DAY - first) / (end - first)) * 100));
  const months: { month: string; left: number }[] = [];
  for (const day = new Date(first); day.getTime() < end; day.setUTCMonth(day.getUTCMonth() + 1)) {
    months.push({ month: day.toISOString().slice(0, 7), left: ((day.getTime() - first) / (end - first)) * 100 });
  }
  // Of many months only so many are named as have room.
  const step = [1, 2, 3, 6, 12].find((every) => months.length / every <= MOST_NAMES) ?? 12;
  return { at, months: months.map((one) => ({ ...one, named: (Number(one.month.slice(5)) - 1) % step === 0 })) };
}
