/** The order of the reading list as last seen in this tab, so that the study page knows what comes next. */
const KEY = 'vigie.reading-order';

export function rememberOrder(uids: string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(uids));
  } catch {
    // without it the study page offers no neighbours
  }
}

export function neighbours(uid: string): { previous: string | null; next: string | null } {
  try {
    const uids: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    if (Array.isArray(uids)) {
      const at = uids.indexOf(uid);
      if (at >= 0) {
        return {
          previous: (uids[at - 1] as string | undefined) ?? null,
          next: (uids[at + 1] as string | undefined) ?? null,
        };
      }
    }
  } catch {
    // as if the list had never been seen
  }
  return { previous: null, next: null };
}
