import { expect, test } from 'vitest';
import { heading } from './heading';

test('a bare number is parted from its words, a number with an edge is not', () => {
  expect(heading('一', '扩大供给')).toBe('一、扩大供给');
  expect(heading('（一）', '扩大供给')).toBe('（一）扩大供给');
  expect(heading('1.', '扩大供给')).toBe('1.扩大供给');
  expect(heading('第一章', '扩大供给')).toBe('第一章 扩大供给');
});

test('what has no number, or nothing but one, is itself', () => {
  expect(heading('', '扩大供给')).toBe('扩大供给');
  expect(heading('（三）', null)).toBe('（三）');
});
