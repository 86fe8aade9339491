import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = dirname(dirname(fileURLToPath(import.meta.url)));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'));
const importsOf = (file: string) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => relative(src, join(src, dirname(file), path!)));
const all = files.flatMap((file) => importsOf(file).map((imported) => [file, imported] as const));
const feature = (path: string) => /^features\/([^/]+)/.exec(path)?.[1];

test('ui knows no business: it imports nothing but ui', () => {
  expect(all.filter(([file, imported]) => file.startsWith('ui/') && !imported.startsWith('ui/'))).toEqual([]);
});

test('no feature imports another', () => {
  expect(all.filter(([file, imported]) => feature(file) && feature(imported) && feature(file) !== feature(imported))).toEqual([]);
});

test('imports run ui → api → features → app; of app, features know the addresses alone', () => {
  expect(all.filter(([file, imported]) => file.startsWith('features/') && imported.startsWith('app/') && imported !== 'app/urls')).toEqual([]);
  expect(all.filter(([file, imported]) => file.startsWith('api/') && !imported.startsWith('api/'))).toEqual([]);
});
