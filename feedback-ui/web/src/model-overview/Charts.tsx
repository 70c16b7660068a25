import { useMemo } from 'react';
import type { OverviewWeek } from '../api/types';
import { Chart } from '../design/chart/Chart';
import { Panel } from '../design/Page';
import { useLanguage } from '../i18n/language';
import { driftFigure, evidenceFigure, rateFigure, shareFigure, volumeFigure } from './figures';
import css from './ModelOverview.module.css';

export function Charts({ weeks }: { weeks: OverviewWeek[] }) {
  const { text, format } = useLanguage();
  const t = text.overview;
  const figures = useMemo(
    () => [
      { title: t.scoreDrift, figure: driftFigure(weeks, text, format) },
      { title: t.scoreEvidence, figure: evidenceFigure(weeks, text, format) },
      { title: t.sensitivity, figure: rateFigure(weeks, (week) => week.sensitivity, t.sensitivity, text, format) },
      { title: t.specificity, figure: rateFigure(weeks, (week) => week.specificity, t.specificity, text, format) },
      { title: t.shares, figure: shareFigure(weeks, text, format) },
      { title: t.volume, figure: volumeFigure(weeks, text, format) },
    ],
    [weeks, text, format, t],
  );
  return (
    <div className={css.charts}>
      {figures.map(({ title, figure }) => (
        <Panel key={title} title={title}>
          <Chart figure={figure} />
        </Panel>
      ))}
    </div>
  );
}
