/** A window: what is black and what is white, in the image's own (modality) values. */
export interface Window {
  lower: number;
  upper: number;
}

export type PresetName =
  'default' | 'full' | 'central' | 'dark' | 'bright' | 'narrow' | 'soft' | 'lung' | 'liver' | 'bone' | 'brain';

export interface Preset {
  digit: string;
  name: PresetName;
  window: Window | null; // null: as stored
}

const centred = (center: number, width: number): Window => ({ lower: center - width / 2, upper: center + width / 2 });

/** CT values have a unit, so their windows are the usual ones; elsewhere windows follow the image's own values. */
export function presets(modality: string | null | undefined, values: ArrayLike<number>): Preset[] {
  const stored: Preset = { digit: '0', name: 'default', window: null };
  if (modality === 'CT') {
    return [
      stored,
      { digit: '1', name: 'soft', window: centred(40, 400) },
      { digit: '2', name: 'lung', window: centred(-600, 1500) },
      { digit: '3', name: 'liver', window: centred(90, 150) },
      { digit: '4', name: 'bone', window: centred(480, 2500) },
      { digit: '5', name: 'brain', window: centred(40, 80) },
    ];
  }
  const at = quantiles(values);
  const between = (low: number, high: number): Window => {
    const lower = at(low);
    return { lower, upper: Math.max(at(high), lower + 1) };
  };
  return [
    stored,
    { digit: '1', name: 'full', window: between(0, 1) },
    { digit: '2', name: 'central', window: between(0.01, 0.99) },
    { digit: '3', name: 'dark', window: between(0.005, 0.5) },
    { digit: '4', name: 'bright', window: between(0.5, 0.995) },
    { digit: '5', name: 'narrow', window: between(0.2, 0.8) },
  ];
}

/** Whether a window shows at least a tenth of the values as greys; a stored window that does not is a wrong one. */
export function fits(window: Window, values: ArrayLike<number>): boolean {
  const step = Math.max(1, Math.floor(values.length / 65_536));
  let taken = 0;
  let inside = 0;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i] ?? 0;
    taken += 1;
    inside += value > window.lower && value < window.upper ? 1 : 0;
  }
  return inside >= taken / 10;
}

/** Quantiles of at most 65,536 evenly taken values. */
function quantiles(values: ArrayLike<number>): (share: number) => number {
  const step = Math.max(1, Math.floor(values.length / 65_536));
  const taken: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    taken.push(values[i] ?? 0);
  }
  taken.sort((a, b) => a - b);
  return (share) => taken[Math.min(taken.length - 1, Math.round(share * (taken.length - 1)))] ?? 0;
}
