// Dates and figures as the office writes them. The day is always the bureau's, never the browser's.
export const ZONE = 'Asia/Shanghai';

const WEEKDAYS: Record<string, string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

const clockFace = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-11-22` → `2026-11-22 周日`. */
export function day(date: string | null | undefined, language: string): string {
  if (!date) return '';
  const iso = date.slice(0, 10);
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  const names = WEEKDAYS[language] ?? WEEKDAYS['zh-CN']!;
  return Number.isNaN(weekday) ? date : `${iso} ${names[weekday]}`;
}

/** An instant in the bureau's zone: `2026-11-22 周日 14:30`. */
export function moment(instant: string | null | undefined, language: string): string {
  if (!instant) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const part = Object.fromEntries(clockFace.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${day(`${part.year}-${part.month}-${part.day}`, language)} ${part.hour}:${part.minute}`;
}

/** `128000` → `12.8万`; English keeps thousands. The exact figure belongs on hover. */
export function figure(value: number | null | undefined, language: string): string {
  if (value === null || value === undefined) return '';
  if (language !== 'zh-CN') return value.toLocaleString('en', { maximumFractionDigits: 4 });
  const size = Math.abs(value);
  if (size >= 1e8) return `${trim(value / 1e8)}亿`;
  if (size >= 1e4) return `${trim(value / 1e4)}万`;
  return trim(value, 4);
}

const trim = (value: number, digits = 2) => String(Number(value.toFixed(digits)));

/** One decimal; nothing of nothing is no share. */
export function share(part: number, whole: number): string {
  return whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '–';
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
