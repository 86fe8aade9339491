/** A number as printed before its words: “一” and “扩大供给” make “一、扩大供给”; “第一章” and “（一）” have their own edge. */
export function heading(number: string | null | undefined, title: string | null | undefined): string {
  if (!number || !title) return number || title || '';
  if (/^[一二三四五六七八九十百]+$/.test(number)) return `${number}、${title}`;
  return /[、.．:：)）\s]$/.test(number) ? `${number}${title}` : `${number} ${title}`;
}
