import { expect, test } from 'vitest';
import { monthDays } from './month';

test('a month begins under its weekday and is as long as it is', () => {
  const february = monthDays(2028, 1);
  expect(february.indexOf(february.find((cell) => cell?.day === 1)!)).toBe(1); // Tuesday
  expect(february.filter(Boolean)).toHaveLength(29);
  expect(february.at(-1)).toEqual({ date: '2028-02-29', day: 29, weekend: false });
});

test('Saturday and Sunday are the weekend', () => {
  expect(monthDays(2026, 9).filter((cell) => cell?.weekend).map((cell) => cell!.day)).toEqual([3, 4, 10, 11, 17, 18, 24, 25, 31]);
});
