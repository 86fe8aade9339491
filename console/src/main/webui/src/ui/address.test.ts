import { expect, test } from 'vitest';
import { filtersOf, isFiltered, sortOf, withFilter, withoutFilters } from './address';

const at = (query: string) => new URLSearchParams(query);

test('what stands in the address is asked of the service, but for what the page keeps for itself', () => {
  expect(filtersOf(at('state=assigned&dueBefore=2026-12-01&open=s-001&q='))).toEqual({ state: 'assigned', dueBefore: '2026-12-01' });
});

test('a filter that is emptied leaves the address', () => {
  expect(withFilter(at('state=assigned&q=学校'), 'state', undefined).toString()).toBe(at('q=学校').toString());
  expect(withFilter(at(''), 'overdue', 'true').toString()).toBe('overdue=true');
});

test('clearing keeps what is open', () => {
  expect(withoutFilters(at('q=x&open=s-001')).toString()).toBe('open=s-001');
});

test('a sort says by what and which way', () => {
  expect(sortOf(at('sort=-dueOn'))).toEqual({ by: 'dueOn', down: true });
  expect(sortOf(at('sort=dueOn'))).toEqual({ by: 'dueOn', down: false });
  expect(sortOf(at(''))).toBeUndefined();
});

test('a sort alone filters nothing', () => {
  expect(isFiltered(at('sort=dueOn'))).toBe(false);
  expect(isFiltered(at('q=学校'))).toBe(true);
});
