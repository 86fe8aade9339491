import { expect, test } from 'vitest';
import { span } from './span';

test('a roadmap shows whole months, and a day ends where it ends', () => {
  const { at, months } = span('2026-01-15', ['2026-06-30', '2026-12-31'], '2026-05-10');
  expect(months.map(({ month }) => month)).toHaveLength(12);
  expect(months[0]).toEqual({ month: '2026-01', left: 0, named: true });
  expect(at('2026-12-31')).toBe(100);
  expect(at('2026-06-30')).toBeCloseTo(49.6, 1);
});

test('what lies outside stays at its edge', () => {
  const { at } = span('2026-03-01', ['2026-12-31'], '2026-03-02');
  expect(at('2025-01-01')).toBe(0);
  expect(at('2027-06-30')).toBe(100);
});

test('dates before the day it began are on it, and of many months some are named', () => {
  const { at, months } = span('2026-11-25', ['2024-03-31', '2024-12-31'], '2026-11-25');
  expect(months[0]!.month).toBe('2024-03');
  expect(at('2024-12-31')).toBeGreaterThan(at('2024-03-31'));
  expect(months.filter(({ named }) => named).map(({ month }) => month.slice(5))).toEqual(['04', '07', '10', '01', '04', '07', '10', '01', '04', '07', '10']);
});
