import { expect, test } from 'vitest';
import { en } from './en';
import { zhCN } from './zh-CN';

type Branch = { [key: string]: string | Branch };
const leaves = (branch: Branch, path = ''): [string, string][] =>
  Object.entries(branch).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const chinese = leaves(zhCN as unknown as Branch);
const english = new Map(leaves(en as unknown as Branch));

test('both languages leave the same gaps for names and numbers', () => {
  for (const [key, text] of chinese) expect(gaps(english.get(key) ?? ''), key).toEqual(gaps(text));
});

test('no Chinese in the English but for the way to Chinese, no English words in the Chinese, no exclamation marks', () => {
  for (const [key, text] of english) if (key !== 'app.language') expect(text, key).not.toMatch(/[\u4e00-\u9fff!！]/);
  for (const [key, text] of chinese) if (key !== 'app.language') expect(text.replace(/\{\{\w+\}\}|\.\w+|SHA-256|MB/g, ''), key).not.toMatch(/[a-z]{2,}|[!！]/i);
});
