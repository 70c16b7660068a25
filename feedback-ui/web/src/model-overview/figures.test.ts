import { describe, expect, it } from 'vitest';
import type { OverviewWeek } from '../api/types';
import { en } from '../i18n/en';
import { formats } from '../i18n/formats';
import { fr } from '../i18n/fr';
import { spans } from './DriftGroups';
import { driftFigure, evidenceFigure, rateFigure } from './figures';

const week = (number: number, part: Partial<OverviewWeek> = {}): OverviewWeek => ({
  week: `2026-W${String(number).padStart(2, '0')}`,
  from: '2026-01-05',
  volume: 60,
  ...part,
});

describe('spans', () => {
  it('join consecutive weeks and keep the others apart', () => {
    const on = { driftGroups: ['Polaris'] };
    const weeks = [week(1, on), week(2), week(3, on), week(4, on), week(5, on)];
    expect(spans(weeks, 'Polaris')).toBe('2026-W01, 2026-W03–2026-W05');
    expect(spans(weeks, 'Aurora')).toBe('');
  });
});

describe('figures', () => {
  const drifted = { value: 0.41, pValue: 1e-12, limit: 0.002, verdict: 'DRIFTED' };
  const stable = { value: 0.1, pValue: 0.5, limit: 0.002, verdict: 'STABLE' };

  it('read out what a sighted reader sees', () => {
    const figure = driftFigure([week(1, { scoreDrift: stable }), week(2, { scoreDrift: drifted })], en, formats('en'));
    expect(figure.sentence).toBe('Score drift over 2 weeks; 1 with drift. Last value 0.41.');
    expect(figure.marked).toEqual([false, true]);
  });

  it('leave a gap where a week was not looked at', () => {
    const figure = driftFigure([week(1, { scoreDrift: stable }), week(2)], en, formats('en'));
    expect(figure.lines[0]?.values).toEqual([0.1, null]);
    expect(figure.sentence).toContain('no week with drift');
  });

  it('keep p values on the axis and say that they are smaller', () => {
    const figure = evidenceFigure([week(1, { scoreDrift: drifted })], en, formats('en'));
    expect(figure.lines[0]?.values).toEqual([1e-6]);
    expect(figure.format(1e-6)).toBe('≤ 0.000001');
    expect(figure.sentence).toContain('last p value ≤ 0.000001, limit 0.002');
  });

  it('say estimate, interval, minimum and verdict in the reader’s language', () => {
    const sensitivity = { estimate: 0.812, lower: 0.7, upper: 0.9, n: 40, minimum: 0.8, verdict: 'INCONCLUSIVE' };
    const figure = rateFigure([week(1, { sensitivity })], (each) => each.sensitivity, 'Sensibilité', fr, formats('fr'));
    expect(figure.sentence).toBe(
      'Sensibilité : dernière estimation 0,81, intervalle 0,70–0,90, minimum exigé 0,80 : trop peu de données.',
    );
  });

  it('mark only weeks in which the requirement is not met', () => {
    const rate = (verdict: string) => ({ sensitivity: { estimate: 0.8, lower: 0.7, upper: 0.9, verdict } });
    const figure = rateFigure(
      [week(1, rate('PASS')), week(2, rate('INCONCLUSIVE')), week(3, rate('FAIL')), week(4)],
      (each) => each.sensitivity,
      'Sensitivity',
      en,
      formats('en'),
    );
    expect(figure.marked).toEqual([false, false, true, false]);
  });
});
