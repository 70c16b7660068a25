/** ISO weeks, written as 2026-W05. */
export const isWeek = (text: string) => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text);

const DAY = 24 * 3600 * 1000;

/** The ISO week that holds a day (taken in UTC). */
export function weekOf(day: Date): string {
  const thursday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export const lastWeek = (now: Date) => weekOf(new Date(now.getTime() - 7 * DAY));
