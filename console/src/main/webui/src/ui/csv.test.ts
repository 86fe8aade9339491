import { expect, test } from 'vitest';
import { csv } from './csv';

test('a table of words and figures', () => {
  expect(csv([['任务', '数值'], ['说“好”, 再见', 12]])).toBe('\uFEFF任务,数值\r\n"说“好”, 再见",12\r\n');
});

test('nothing becomes a formula, and quotes survive', () => {
  expect(csv([['=1+1', '-3', '@x', '+86'], [-3, null, undefined, 'a"b']])).toBe('\uFEFF\'=1+1,\'-3,\'@x,\'+86\r\n-3,,,"a""b"\r\n');
});
