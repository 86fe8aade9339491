import { expect, test } from 'vitest';
import type { SimulatedOutcome, SimulationView } from '../../api/types';
import { busiest, differences, heat } from './outcome';

const outcome = (messages: number, reached: number, weekly: number[]): SimulatedOutcome => ({
  version: 1, note: '', late: 3, messages, waiting: 0,
  loads: [{ recipient: 's-1', group: 'UNIT', name: '一小', total: weekly.reduce((a, b) => a + b, 0), byWeek: weekly }],
  rungs: [{ rung: 'REMINDER', label: '提醒', tasks: 3, units: 1, byWeek: [] }, { rung: 'TALK', label: '约谈', tasks: reached, units: 1, byWeek: [] }],
  units: [],
});

test('only what differs is named, and whose load moves most', () => {
  const year = { year: 2026, tasks: 3, weeks: ['2026-06-01', '2026-06-08'], ladder: outcome(9, 3, [5, 4]), against: outcome(6, 0, [5, 1]), lastYear: null, millis: 1 } as SimulationView;
  expect(differences(year).map(({ what, name, one, other }) => [what, name, one, other])).toEqual([
    ['messages', undefined, 9, 6],
    ['rung', 'TALK', 3, 0],
    ['most', '一小', 9, 6],
  ]);
});

test('the busiest week and its shade', () => {
  expect(busiest(outcome(9, 3, [4, 5]), ['2026-06-01', '2026-06-08'])).toEqual({ week: '2026-06-08', count: 5 });
  expect([heat(0, 400), heat(1, 400), heat(100, 400), heat(400, 400)]).toEqual([0, 1, 3, 5]);
});
