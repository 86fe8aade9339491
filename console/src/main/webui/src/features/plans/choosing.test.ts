import { expect, test } from 'vitest';
import { LARGEST_FILE, unfit } from './choosing';

test('a plan may be a document of any spelling', () => {
  expect(unfit({ name: '工作要点.DOCX', size: 1 })).toBeUndefined();
  expect(unfit({ name: 'plan.md', size: LARGEST_FILE })).toBeUndefined();
});

test('what can’t be read, is empty or too large is refused before it travels', () => {
  expect(unfit({ name: '附件.pptx', size: 10 })).toBe('wrongType');
  expect(unfit({ name: '工作要点.docx', size: 0 })).toBe('empty');
  expect(unfit({ name: '工作要点.pdf', size: LARGEST_FILE + 1 })).toBe('tooLarge');
});
