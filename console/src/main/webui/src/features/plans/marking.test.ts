import { expect, test } from 'vitest';
import { seams, stretches } from './marking';

const target = (id: string, quoteStart: number, quoteEnd: number) => ({ id, quoteStart, quoteEnd });

test('a text without quotes is one stretch', () => {
  expect(stretches('全部完成', [])).toEqual([{ text: '全部完成', targets: [] }]);
});

test('quotes that touch and overlap are cut at every edge', () => {
  expect(stretches('abcdef', [target('1', 0, 3), target('2', 2, 5)])).toEqual([
    { text: 'ab', targets: ['1'] },
    { text: 'c', targets: ['1', '2'] },
    { text: 'de', targets: ['2'] },
    { text: 'f', targets: [] },
  ]);
});

test('a quote outside its text marks nothing and loses nothing', () => {
  expect(stretches('abc', [target('1', 2, 9), target('2', -1, 2), target('3', 1, 1)]).map(({ text }) => text).join('')).toBe('abc');
});

test('a quote may be split after each of its clauses, not at its end', () => {
  expect(seams('新建学校3所，招聘教师80名；')).toEqual([7]);
});
