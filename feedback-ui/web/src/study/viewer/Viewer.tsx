import { useEffect, useRef, useState } from 'react';
import type { Study } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useKeys } from '../../keys/useKeys';
import { attribute } from '../attributes';
import { loadSeries, type Series } from './images';
import { presets, type Preset } from './presets';
import type { Readout, Stage } from './stage';
import css from './Viewer.module.css';

export type Picture = 'loading' | 'shown' | 'failed';

interface Properties {
  study: Study;
  zone?: string;
  /** Told whenever the picture is there or not; must not change between renders. */
  onPicture: (picture: Picture) => void;
}

export function Viewer({ study, zone, onPicture }: Properties) {
  const { text, format } = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const modality = attribute(study, 'modality');
  const [series, setSeries] = useState<Series[]>([]);
  const [chosen, setChosen] = useState(0);
  const [picture, setPicture] = useState<Picture>('loading');
  const [why, setWhy] = useState('');
  const [readout, setReadout] = useState<Readout | null>(null);
  /** Whether the stored window hides the picture; null until the picture is there. */
  const [odd, setOdd] = useState<boolean | null>(null);
  const [offered, setOffered] = useState<Preset[]>([]);

  useEffect(() => onPicture(picture), [onPicture, picture]);

  useEffect(() => {
    const asked = new AbortController();
    let opened: Stage | null = null;
    const fail = (reason: string) => {
      setWhy(reason);
      setPicture('failed');
    };
    void (async () => {
      try {
        const { Stage } = await import('./stage');
        const at = element.current;
        if (!at) {
          return;
        }
        opened = await Stage.open(
          at,
          {
            changed: setReadout,
            shown: () => {
              setPicture('shown');
              setOffered((was) => (was.length > 0 ? was : presets(modality, opened?.values() ?? [])));
              setOdd((was) => was ?? !(opened?.fits() ?? true));
            },
            failed: fail,
          },
          () => asked.signal.aborted,
        );
        if (!opened) {
          return;
        }
        setStage(opened);
        const all = await loadSeries(study.studyUid, study.instances, asked.signal);
        if (all.every((each) => each.frames.length === 0)) {
          fail('');
          return;
        }
        setSeries(all);
        setChosen(0);
      } catch (error) {
        if (!asked.signal.aborted) {
          fail(error instanceof Error ? error.message : String(error));
        }
      }
    })();
    return () => {
      asked.abort();
      opened?.close();
    };
  }, [study.studyUid, study.instances, modality]);

  const frames = series[chosen]?.frames;
  useEffect(() => {
    if (frames && stage) {
      stage.show(frames).catch((error: unknown) => {
        setWhy(error instanceof Error ? error.message : '');
        setPicture('failed');
      });
    }
  }, [frames, stage]);

  const choose = (index: number) => {
    setOffered([]);
    setOdd(null);
    setPicture('loading');
    setChosen(index);
  };
  const on = (action: (stage: Stage) => void) => () => {
    if (stage && picture === 'shown') {
      action(stage);
    }
  };
  useKeys({
    i: on((s) => s.invert()),
    r: on((s) => s.reset()),
    f: on((s) => s.fit()),
    arrowdown: on((s) => s.scroll(1)),
    arrowup: on((s) => s.scroll(-1)),
    pagedown: on((s) => s.scroll(10)),
    pageup: on((s) => s.scroll(-10)),
    ...Object.fromEntries(offered.map((preset) => [preset.digit, on((s) => s.window(preset.window))])),
  });

  const t = text.viewer;
  const shown = picture === 'shown' && readout !== null;
  const size = study.instances[0];
  return (
    <section className={css.viewer} aria-label={t.image}>
      <div className={css.frame}>
        <div
          ref={element}
          className={css.picture}
          role="img"
          aria-label={readout ? t.label(readout.index + 1, readout.total) : t.loading}
          data-picture={picture}
          onContextMenu={(event) => event.preventDefault()}
        />
        {shown && (
          <div className={css.corners}>
            <p className={css.topLeft}>
              {[modality, attribute(study, 'bodyPartExamined'), attribute(study, 'viewPosition')]
                .filter(Boolean)
                .join(' ')}
              <br />
              {attribute(study, 'manufacturerModelName')}
            </p>
            <p className={css.topRight}>
              {study.site}
              <br />
              {format.dateTime(study.acquiredAt, zone)}
            </p>
            <p className={css.bottomLeft} data-readout="window">
              {t.window(format.number(readout.width), format.number(readout.center))}
              <br />
              {t.zoom(format.percent(readout.zoom))}
            </p>
            <p className={css.bottomRight}>
              {t.label(readout.index + 1, readout.total)}
              <br />
              {size && `${size.columns} × ${size.rows}`}
            </p>
          </div>
        )}
        {shown && odd && (
          <p className={css.odd} role="status">
            {t.oddWindow}
          </p>
        )}
        {picture === 'loading' && (
          <p className={css.over} role="status">
            {t.loading}
          </p>
        )}
        {picture === 'failed' && (
          <div className={css.over} role="alert">
            <p className={css.failed}>{study.instances.length === 0 ? t.noImage : t.failed}</p>
            <p>{t.failedWhy}</p>
            {why && (
              <p className={css.why} lang="en">
                {why}
              </p>
            )}
          </div>
        )}
      </div>
      <div className={css.bar} role="toolbar" aria-label={t.presets}>
        {series.length > 1 &&
          series.map((each, index) => (
            <button
              key={each.uid}
              type="button"
              className={css.tool}
              aria-pressed={index === chosen}
              onClick={() => choose(index)}
            >
              {t.series} {index + 1}
            </button>
          ))}
        {offered.map((preset) => (
          <button
            key={preset.digit}
            type="button"
            className={css.tool}
            aria-keyshortcuts={preset.digit}
            onClick={on((s) => s.window(preset.window))}
          >
            <kbd>{preset.digit}</kbd> {t.preset[preset.name]}
          </button>
        ))}
        <span className={css.gap} />
        <button
          type="button"
          className={css.tool}
          aria-keyshortcuts="I"
          aria-pressed={readout?.inverted ?? false}
          onClick={on((s) => s.invert())}
        >
          <kbd>I</kbd> {t.invert}
        </button>
        <button type="button" className={css.tool} aria-keyshortcuts="F" onClick={on((s) => s.fit())}>
          <kbd>F</kbd> {t.fit}
        </button>
        <button type="button" className={css.tool} aria-keyshortcuts="R" onClick={on((s) => s.reset())}>
          <kbd>R</kbd> {t.reset}
        </button>
      </div>
    </section>
  );
}
