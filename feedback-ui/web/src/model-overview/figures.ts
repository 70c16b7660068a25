import type { Interval, OverviewWeek } from '../api/types';
import type { Figure } from '../design/chart/Chart';
import { reading } from '../design/Verdict';
import type { Dictionary } from '../i18n/en';
import type { Formats } from '../i18n/formats';

const orNull = (value: number | null | undefined) => value ?? null;
const weeksOf = (weeks: OverviewWeek[]) => weeks.map((week) => week.week);

export function driftFigure(weeks: OverviewWeek[], text: Dictionary, format: Formats): Figure {
  const t = text.overview;
  const drifted = weeks.map((week) => week.scoreDrift?.verdict === 'DRIFTED');
  const values = weeks.map((week) => orNull(week.scoreDrift?.value));
  const last = values.filter((value) => value !== null).at(-1);
  return {
    sentence: t.chartDrift(weeks.length, drifted.filter(Boolean).length, last == null ? '–' : format.score(last)),
    weeks: weeksOf(weeks),
    lines: [{ label: t.driftStatistic, values, colour: '--accent', width: 2, points: true }],
    marked: drifted,
    format: format.score,
  };
}

/** Smaller p values are drawn here: beyond it nobody decides differently. */
const SMALLEST_P = 1e-6;

export function evidenceFigure(weeks: OverviewWeek[], text: Dictionary, format: Formats): Figure {
  const t = text.overview;
  const drawn = (p: number | null | undefined) => (p == null ? null : Math.min(1, Math.max(SMALLEST_P, p)));
  const written = (p: number) => (p <= SMALLEST_P ? `≤ ${format.small(SMALLEST_P)}` : format.small(p));
  const last = weeks.findLast((week) => week.scoreDrift?.pValue != null)?.scoreDrift;
  return {
    sentence: t.chartEvidence(
      last?.pValue == null ? '–' : written(last.pValue),
      last?.limit == null ? '–' : format.small(last.limit),
    ),
    weeks: weeksOf(weeks),
    lines: [
      {
        label: t.pValue,
        values: weeks.map((week) => drawn(week.scoreDrift?.pValue)),
        colour: '--accent',
        width: 2,
        points: true,
      },
      { label: t.limit, values: weeks.map((week) => drawn(week.scoreDrift?.limit)), colour: '--beacon', dash: [6, 4] },
    ],
    marked: weeks.map((week) => week.scoreDrift?.verdict === 'DRIFTED'),
    range: [SMALLEST_P / 2, 2],
    logarithmic: true,
    format: written,
  };
}

export function rateFigure(
  weeks: OverviewWeek[],
  of: (week: OverviewWeek) => Interval | null | undefined,
  name: string,
  text: Dictionary,
  format: Formats,
): Figure {
  const t = text.overview;
  // an interval around nothing says nothing: 0 to 1
  const rates = weeks.map((week) => {
    const rate = of(week);
    return rate?.estimate == null ? { ...rate, lower: null, upper: null } : rate;
  });
  const last = rates.filter((rate) => rate?.estimate != null).at(-1);
  const score = (value: number | null | undefined) => (value == null ? '–' : format.score(value));
  const low = Math.min(1, ...rates.flatMap((rate) => [rate?.lower ?? 1, rate?.minimum ?? 1]));
  return {
    sentence: t.chartRate(
      name,
      score(last?.estimate),
      `${score(last?.lower)}–${score(last?.upper)}`,
      score(last?.minimum),
      last?.verdict ? reading(last.verdict, t).word : t.inconclusive,
    ),
    weeks: weeksOf(weeks),
    lines: [
      {
        label: t.upper,
        values: rates.map((rate) => orNull(rate?.upper)),
        colour: '--accent',
        width: 0.75,
        dash: [1, 3],
      },
      {
        label: t.lower,
        values: rates.map((rate) => orNull(rate?.lower)),
        colour: '--accent',
        width: 0.75,
        dash: [1, 3],
      },
      {
        label: t.estimate,
        values: rates.map((rate) => orNull(rate?.estimate)),
        colour: '--accent',
        width: 2,
        points: true,
      },
      { label: t.minimum, values: rates.map((rate) => orNull(rate?.minimum)), colour: '--beacon', dash: [6, 4] },
    ],
    band: [0, 1],
    marked: rates.map((rate) => rate?.verdict === 'FAIL'),
    range: [Math.max(0, Math.floor(low * 10 - 0.5) / 10), 1.02],
    format: format.score,
  };
}

export function volumeFigure(weeks: OverviewWeek[], text: Dictionary, format: Formats): Figure {
  const t = text.overview;
  return {
    sentence: t.chartVolume(
      weeks.reduce((sum, week) => sum + week.volume, 0),
      weeks.length,
    ),
    weeks: weeksOf(weeks),
    lines: [{ label: t.volume, values: weeks.map((week) => week.volume), colour: '--accent', bars: true }],
    format: format.number,
  };
}

export function shareFigure(weeks: OverviewWeek[], text: Dictionary, format: Formats): Figure {
  const t = text.overview;
  const positive = weeks.map((week) => orNull(week.positiveRate));
  const last = positive.filter((value) => value !== null).at(-1);
  return {
    sentence: t.chartShares(last == null ? '–' : format.percent(last)),
    weeks: weeksOf(weeks),
    lines: [
      { label: t.positiveRate, values: positive, colour: '--accent', width: 2, points: true },
      {
        label: t.truthShare,
        values: weeks.map((week) => orNull(week.truthShare)),
        colour: '--text-soft',
        dash: [2, 3],
      },
    ],
    range: [0, 1.02],
    format: format.percent,
  };
}
