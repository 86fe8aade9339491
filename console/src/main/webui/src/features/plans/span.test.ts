import { expect, test } from 'vitest';
import { span } from './span';

test('a roadmap shows whole months, and a day ends where it ends', () => {
  const { at, months } = span('2026-01-15', ['2026-06-30', '2026-12-31'], '2026-05-10');
  expect(months.map(({ month }) => month)).toHaveLength(12);
  expect(months[0]).toEqual({ month: '2026-01', left: 0 });
  expect(at('2026-12-31')).toBe(100);
  expect(at('2026-06-30')).toBeCloseTo(49.6, 1);
});

test('what lies outside stays at its edge', () => {
  const { at } = span('2026-03-01', ['2026-12-31'], '2026-03-02');
  expect(at('2025-01-01')).toBe(0);
  expect(at('2027-06-30')).toBe(100);
});
