import { ZONE } from '../../ui/format';

export interface MonthDay {
  date: string;
  day: number;
  weekend: boolean;
}

export const thisYear = () => Number(new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric' }).format(new Date()));

/** The days of a month in rows from Monday to Sunday; nothing where another month's days would stand. */
export function monthDays(year: number, month: number): (MonthDay | null)[] {
  const first = new Date(Date.UTC(year, month, 1));
  const before = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const days = Array.from({ length }, (_, n) => {
    const at = new Date(Date.UTC(year, month, n + 1));
    return { date: at.toISOString().slice(0, 10), day: n + 1, weekend: at.getUTCDay() % 6 === 0 };
  });
  return [...Array<null>(before).fill(null), ...days];
}
