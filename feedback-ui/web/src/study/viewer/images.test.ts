import { describe, expect, it } from 'vitest';
import { frames, usable, type DicomJson } from './images';
import { fits, presets } from './presets';

const instance = (sop: string, number?: number, count?: number): DicomJson => ({
  '00080018': { vr: 'UI', Value: [sop] },
  ...(number === undefined ? {} : { '00200013': { vr: 'IS', Value: [number] } }),
  ...(count === undefined ? {} : { '00280008': { vr: 'IS', Value: [count] } }),
});

describe('frames', () => {
  it('follow the instance number, not the order of the answer', () => {
    const ids = frames('http://h/series/1', [instance('2.25.9', 2), instance('2.25.8', 10), instance('2.25.7', 1)]);
    expect(ids.map((each) => each.imageId)).toEqual([
      'wadors:http://h/series/1/instances/2.25.7/frames/1',
      'wadors:http://h/series/1/instances/2.25.9/frames/1',
      'wadors:http://h/series/1/instances/2.25.8/frames/1',
    ]);
  });

  it('count from one within a multi-frame instance', () => {
    expect(frames('http://h/s', [instance('2.25.7', 1, 3)]).map((each) => each.imageId.split('/').pop())).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('have an order without instance numbers too', () => {
    expect(frames('http://h/s', [instance('2.25.2'), instance('2.25.1')])[0]?.imageId).toContain('2.25.1');
  });
});

describe('usable', () => {
  const spaced = (...spacing: number[]): DicomJson => ({ '00280030': { vr: 'DS', Value: spacing } });

  it('drops a pixel spacing that is no length', () => {
    expect(usable(spaced(0, 0))).toEqual({});
    expect(usable(spaced(0.2, -0.2))).toEqual({});
    expect(usable({ '00181164': { vr: 'DS', Value: ['x', '1'] } })).toEqual({});
  });

  it('keeps one that is', () => {
    expect(usable(spaced(0.2, 0.2))).toEqual(spaced(0.2, 0.2));
    expect(usable(instance('2.25.1'))).toEqual(instance('2.25.1'));
  });
});

describe('fits', () => {
  const values = [0, 500, 1000, 2000, 3000, 4000];

  it('tells a window of 8 bits from values of 12', () => {
    expect(fits({ lower: 0, upper: 255 }, values)).toBe(false);
    expect(fits({ lower: 0, upper: 4095 }, values)).toBe(true);
  });

  it('takes an image without values as it is', () => {
    expect(fits({ lower: 0, upper: 255 }, [])).toBe(true);
  });
});

describe('presets', () => {
  it('use Hounsfield windows for CT only', () => {
    expect(presets('CT', []).find((each) => each.name === 'lung')).toEqual({
      digit: '2',
      name: 'lung',
      window: { lower: -1350, upper: 150 },
    });
    expect(presets('CR', [0, 1]).map((each) => each.name)).not.toContain('lung');
  });

  it('follow the values of a radiograph', () => {
    const values = Array.from({ length: 1001 }, (_, i) => i);
    const named = Object.fromEntries(presets('DX', values).map((each) => [each.name, each.window]));
    expect(named.default).toBeNull();
    expect(named.full).toEqual({ lower: 0, upper: 1000 });
    expect(named.dark).toEqual({ lower: 5, upper: 500 });
  });

  it('never give an empty window, even for a flat image', () => {
    for (const preset of presets('CR', [7, 7, 7])) {
      expect(preset.window === null || preset.window.upper > preset.window.lower).toBe(true);
    }
  });

  it('have the keys 0 to 5, each once', () => {
    for (const modality of ['CT', 'CR', null]) {
      expect(presets(modality, [1]).map((each) => each.digit)).toEqual(['0', '1', '2', '3', '4', '5']);
    }
  });
});
