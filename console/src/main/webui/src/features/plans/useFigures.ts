import { useTranslation } from 'react-i18next';
import type { TargetYear } from '../../api/year';
import { figure } from '../../ui/format';

/** 128000万元 stays what it is: 12.8万万元 is nobody's figure. */
export const amount = (value: number, unit: string | null, language: string) =>
  /^[万亿]/.test(unit ?? '') ? value.toLocaleString('en', { maximumFractionDigits: 4 }) : figure(value, language);

/** Reached and asked as the office writes them. */
export function useFigures(target: TargetYear): { reached: string; asked: string } {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const unit = `${language === 'en' ? ' ' : ''}${target.unit ?? ''}`;
  const plain = (value: number) => amount(value, target.unit, language);
  const byUnits = target.whole === 'EVERY' && target.unitsAsked > 0;
  if (byUnits) return { reached: t('year.units', { count: target.unitsReached }), asked: t('year.units', { count: target.unitsAsked }) };
  const bounds = target.value === null ? '' : `${plain(target.value)}${target.upper !== null && target.upper !== target.value ? `–${plain(target.upper)}` : ''}${unit}`;
  const reached = target.reached === null ? t(target.basis === 'COUNTED' ? 'year.counted' : target.standing === 'ATTAINED' ? 'year.done' : 'year.noFigure') : `${plain(target.reached)}${unit}`;
  const asked = bounds && target.recurrence ? t(`year.per.${target.recurrence}` as 'year.per.per-term', { amount: bounds, defaultValue: bounds }) : bounds;
  return { reached, asked };
}
