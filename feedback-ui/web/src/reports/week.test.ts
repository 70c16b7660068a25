import { describe, expect, it } from 'vitest';
import { isWeek, lastWeek, weekOf } from './week';

describe('weekOf', () => {
  // dates of ISO 8601 around the turn of the year
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-06-22', '2026-W26'],
  ])('%s lies in %s', (day, week) => {
    expect(weekOf(new Date(`${day}T12:00:00Z`))).toBe(week);
  });

  it('of seven days ago is the week before', () => {
    expect(lastWeek(new Date('2026-01-05T08:00:00Z'))).toBe('2026-W01');
  });
});

describe('isWeek', () => {
  it('accepts only weeks', () => {
    expect(['2026-W01', '2026-W53'].every(isWeek)).toBe(true);
    expect(['2026-W00', '2026-W54', '2026-5', 'W05', '2026-W5', ''].some(isWeek)).toBe(false);
  });
});
