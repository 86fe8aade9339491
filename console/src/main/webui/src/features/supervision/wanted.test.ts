import { expect, test } from 'vitest';
import { oneMore, type WantedRung } from './wanted';

const rung = (name: WantedRung['rung'], workingDays: number): WantedRung => ({ rung: name, workingDays, automatic: true, audience: [], signers: [], superiorAfter: null, repeatEvery: null, repeatTimes: null });

test('the rung that is missing comes back in its place', () => {
  const rungs = oneMore([rung('REMINDER', 0), rung('WARNING', 5)]);
  expect(rungs.map(({ rung: name, workingDays }) => [name, workingDays])).toEqual([['REMINDER', 0], ['URGING', 2], ['WARNING', 5]]);
});

test('a high rung is proposed to somebody', () => {
  const rungs = oneMore([rung('REMINDER', 0), rung('URGING', 1), rung('WARNING', 2), rung('SUPERVISION', 3)]);
  expect(rungs[4]).toMatchObject({ rung: 'BULLETIN', automatic: false, signers: ['leader'] });
});
