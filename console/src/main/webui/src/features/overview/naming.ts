import type { i18n, TFunction } from 'i18next';

/** What a service counts, in our words; a count we have no word for is still a number that opens its list. */
export function nameOf(key: string, t: TFunction, words: i18n): string {
  return words.exists(`overview.count.${key}`) ? t(`overview.count.${key}` as 'overview.count.open') : t('overview.count.other');
}
