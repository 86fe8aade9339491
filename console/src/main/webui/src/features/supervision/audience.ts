import type { TFunction } from 'i18next';

const AUDIENCES = ['responsible_unit', 'superior_unit', 'supporting_units', 'supervisors', 'leaders'] as const;

/** Who hears of a rung: a named group by its word, a person or unit by its name. */
export function told(audience: string[], t: TFunction): string {
  return audience
    .map((one) => {
      const known = AUDIENCES.find((name) => name === one.toLowerCase());
      return known ? t(`alert.audiences.${known}`) : one;
    })
    .join(t('ui.comma'));
}
