import { expect, test } from 'vitest';
import { bytes, day, figure, moment, share } from './format';

test('a day names its weekday in the language of the page', () => {
  expect(day('2026-11-22', 'zh-CN')).toBe('2026-11-22 周日');
  expect(day('2026-11-23', 'en')).toBe('2026-11-23 Mon');
  expect(day(null, 'zh-CN')).toBe('');
});

test('an instant is told in the bureau’s zone, wherever the browser is', () => {
  expect(moment('2026-11-20T16:00:02Z', 'zh-CN')).toBe('2026-11-21 周六 00:00');
  expect(moment('2026-12-31T15:59:00Z', 'en')).toBe('2026-12-31 Thu 23:59');
});

test('large figures are said as people say them, in each language its own way', () => {
  expect(figure(9999, 'zh-CN')).toBe('9999');
  expect(figure(128000, 'zh-CN')).toBe('12.8万');
  expect(figure(350_000_000, 'zh-CN')).toBe('3.5亿');
  expect(figure(128000, 'en')).toBe('128,000');
  expect(figure(0.5, 'zh-CN')).toBe('0.5');
  expect(figure(null, 'zh-CN')).toBe('');
});

test('a share has one decimal, and there is none of nothing', () => {
  expect(share(1, 3)).toBe('33.3%');
  expect(share(0, 0)).toBe('–');
});

test('a size is told in the unit that fits it', () => {
  expect(bytes(512)).toBe('512 B');
  expect(bytes(48213)).toBe('47.1 KB');
  expect(bytes(21 * 1024 * 1024)).toBe('21.0 MB');
});
