import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import { useLanguage } from '../../i18n/language';
import page from '../page.module.css';
import { markers } from './markers';
import css from './Chart.module.css';

export interface Line {
  label: string;
  values: (number | null)[];
  /** A custom property of the palette, such as `--accent`. */
  colour: string;
  dash?: number[];
  width?: number;
  points?: boolean;
  bars?: boolean;
}

export interface Figure {
  /** The sentence a screen reader says, and the table's caption. */
  sentence: string;
  weeks: string[];
  lines: Line[];
  /** Two lines (by index) with the area between them filled: the interval. */
  band?: [upper: number, lower: number];
  /** A mark under weeks that need attention, so that colour is not alone. */
  marked?: boolean[];
  range?: [number, number];
  logarithmic?: boolean;
  format: (value: number) => string;
}

/** A chart of weeks that can also be read as a table. */
export function Chart({ figure, height = 190 }: { figure: Figure; height?: number }) {
  const { text } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={css.figure}>
      {asTable ? <Table figure={figure} height={height} /> : <Canvas figure={figure} height={height} />}
      <figcaption className={css.caption}>
        <ul className={css.legend}>
          {figure.lines.map((line) => (
            <li key={line.label}>
              <Sample line={line} />
              {line.label}
            </li>
          ))}
        </ul>
        <button type="button" className={css.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? text.common.asChart : text.common.asTable}
        </button>
      </figcaption>
    </figure>
  );
}

function Sample({ line }: { line: Line }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      {line.bars ? (
        <rect x="6" y="0" width="10" height="8" fill={`var(${line.colour})`} />
      ) : (
        <line
          x1="0"
          x2="22"
          y1="4"
          y2="4"
          stroke={`var(${line.colour})`}
          strokeWidth={line.width ?? 1.5}
          strokeDasharray={line.dash?.join(' ')}
        />
      )}
    </svg>
  );
}

function Table({ figure, height }: { figure: Figure; height: number }) {
  const { text } = useLanguage();
  return (
    <div className={css.table} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={figure.sentence}>
      <table className={page.table}>
        <caption>{figure.sentence}</caption>
        <thead>
          <tr>
            <th scope="col">{text.common.week}</th>
            {figure.lines.map((line) => (
              <th key={line.label} scope="col" className={page.num}>
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.weeks.map((week, at) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              {figure.lines.map((line) => {
                const value = line.values[at];
                return (
                  <td key={line.label} className={page.num}>
                    {value === null || value === undefined ? '–' : figure.format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Canvas({ figure, height }: { figure: Figure; height: number }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return;
    }
    const plot = draw(element, figure, height);
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [figure, height]);
  return (
    <div ref={host} className={css.canvas} role="img" aria-label={figure.sentence} tabIndex={0} style={{ height }} />
  );
}

function draw(element: HTMLElement, figure: Figure, height: number): uPlot {
  const palette = getComputedStyle(document.documentElement);
  const colour = (name: string) => palette.getPropertyValue(name).trim();
  const weeks = figure.weeks.map((_, index) => index);
  const axis = { stroke: colour('--text-soft'), font: `11px ${colour('--font')}`, ticks: { show: false } };
  const data = [weeks, ...figure.lines.map((line) => line.values)] as uPlot.AlignedData;
  return new uPlot(
    {
      width: element.clientWidth || 400,
      height,
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { setScale: false } },
      scales: {
        x: { time: false, range: [-0.6, weeks.length - 0.4] },
        y: {
          distr: figure.logarithmic ? 3 : 1,
          range: figure.range ?? ((_, low, high) => [Math.min(0, low), high > 0 ? high * 1.15 : 1]),
        },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 26,
          incrs: [1, 2, 4, 13, 26, 52],
          space: 64,
          values: (_, ticks) => ticks.map((at) => figure.weeks[at]?.replace(/^\d+-/, '') ?? ''),
        },
        {
          ...axis,
          grid: { stroke: colour('--line'), width: 1 },
          size: figure.logarithmic ? 72 : 48,
          filter: (_, splits) => splits, // on a logarithmic axis uPlot leaves most of them out
          splits: figure.logarithmic ? () => [1e-6, 1e-4, 1e-2, 1] : undefined,
          values: (_, ticks) => ticks.map((value) => (value === null ? '' : figure.format(value))),
        },
      ],
      bands: figure.band
        ? [
            {
              series: [figure.band[0] + 1, figure.band[1] + 1],
              fill: `${colour(figure.lines[figure.band[0]]?.colour ?? '--accent')}2b`,
            },
          ]
        : [],
      series: [
        {},
        ...figure.lines.map((line): uPlot.Series => ({
          label: line.label,
          stroke: colour(line.colour),
          width: line.width ?? 1.5,
          dash: line.dash,
          fill: line.bars ? `${colour(line.colour)}99` : undefined,
          paths: line.bars ? uPlot.paths.bars?.({ size: [0.62, 28] }) : undefined,
          points: { show: line.points ?? false, size: 5, fill: colour(line.colour) },
          spanGaps: false,
        })),
      ],
      hooks: { draw: [markers(figure.marked ?? [], colour('--bad'))] },
    },
    data,
    element,
  );
}
