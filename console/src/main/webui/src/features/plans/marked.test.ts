import { expect, test } from 'vitest';
import { marked } from './marked';

test('what was sought is marked wherever it stands, and nothing of it is a pattern', () => {
  expect(marked('新建学校3所（公办学校）', ['学校'])).toEqual([
    { text: '新建', hit: false },
    { text: '学校', hit: true },
    { text: '3所（公办', hit: false },
    { text: '学校', hit: true },
    { text: '）', hit: false },
  ]);
  expect(marked('a+b', ['+']).filter(({ hit }) => hit)).toHaveLength(1);
  expect(marked('abc', [])).toEqual([{ text: 'abc', hit: false }]);
});
