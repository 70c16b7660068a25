import type { OverviewWeek } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';
import css from './ModelOverview.module.css';

/** Which scanner drifted in which week: a row of marks for each. */
export function DriftGroups({ weeks }: { weeks: OverviewWeek[] }) {
  const { text } = useLanguage();
  const groups = [...new Set(weeks.flatMap((week) => week.driftGroups ?? []))].sort();
  if (groups.length === 0) {
    return <p className={page.empty}>{text.overview.groupsNone}</p>;
  }
  return (
    <ul className={css.groups}>
      {groups.map((group) => {
        const drifted = weeks.filter((week) => week.driftGroups?.includes(group));
        return (
          <li key={group}>
            <span>{group}</span>
            <span
              className={css.marks}
              role="img"
              aria-label={text.overview.groupsSentence(group, spans(weeks, group))}
            >
              {weeks.map((week) => (
                <span
                  key={week.week}
                  className={css.mark}
                  data-drifted={week.driftGroups?.includes(group) ?? false}
                  title={week.week}
                />
              ))}
            </span>
            <span className={`${page.soft} ${page.small}`}>
              {spans(weeks, group)} ({text.overview.weeksUnit(drifted.length)})
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Runs of consecutive weeks: `2026-W16–2026-W26`. */
export function spans(weeks: OverviewWeek[], group: string): string {
  const found: string[][] = [];
  let open: string[] | null = null;
  for (const week of weeks) {
    if (week.driftGroups?.includes(group)) {
      if (!open) {
        open = [];
        found.push(open);
      }
      open.push(week.week);
    } else {
      open = null;
    }
  }
  return found.map((run) => (run.length === 1 ? run[0] : `${run[0]}–${run.at(-1)}`)).join(', ');
}
