import { expect, test } from 'vitest';
import type { TargetYear, YearView } from '../../api/year';
import { countsOf, filtered, targetsOf, unitsOf } from './yearFilter';

const target = (id: string, light: string, standing: string, leadUnitId: string | null, quote: string) =>
  ({ id, light, standing, leadUnitId, leadUnit: leadUnitId && `单位${leadUnitId}`, quote, indicator: '' }) as TargetYear;
const year = {
  chapters: [
    { measures: [{ targets: [target('1', 'RED', 'OVERDUE', 'b', '新建学校'), target('2', 'BLUE', 'ON_LINE', 'a', '招聘教师')] }] },
    { measures: [{ targets: [target('3', 'GREY', 'UNASSIGNED', null, '培训教师')] }] },
  ],
} as unknown as YearView;

test('what is left without a target is left out', () => {
  expect(targetsOf(filtered(year, { q: '教师' })).map(({ id }) => id)).toEqual(['2', '3']);
  expect(filtered(year, { light: 'red,grey' })).toHaveLength(2);
  expect(filtered(year, { unitId: 'a' })).toHaveLength(1);
  expect(filtered(year, { unitId: 'a', light: 'red' })).toEqual([]);
});

test('each unit is named once, and nobody is no unit', () => {
  expect(unitsOf(targetsOf(year.chapters))).toEqual([{ value: 'a', label: '单位a' }, { value: 'b', label: '单位b' }]);
  expect(countsOf(targetsOf(year.chapters))).toEqual({ OVERDUE: 1, ON_LINE: 1, UNASSIGNED: 1 });
});
