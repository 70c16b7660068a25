import { NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { useLanguage } from '../i18n/language';
import type { Draft } from './draft';
import css from './FlagPanel.module.css';

interface Properties {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  disabled: boolean;
}

/** What may be added; all of it optional, none of it answered beforehand. */
export function FlagDetails({ draft, change, disabled }: Properties) {
  const { text } = useLanguage();
  const t = text.flag;
  const filled =
    draft.severity !== null || draft.changedDecision !== null || draft.expected !== null || draft.comment !== '';
  return (
    <details className={css.details} open={filled || undefined}>
      <summary>{t.optional}</summary>
      <div className={css.fields}>
        <NativeSelect
          size="xs"
          label={t.severity}
          disabled={disabled}
          value={draft.severity?.toString() ?? ''}
          onChange={(event) =>
            change({ severity: event.currentTarget.value ? Number(event.currentTarget.value) : null })
          }
          data={[
            { value: '', label: '–' },
            ...Object.entries(t.severities).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t.expected}
          disabled={disabled}
          value={draft.expected ?? ''}
          onChange={(event) => change({ expected: event.currentTarget.value || null })}
          data={[
            { value: '', label: '–' },
            ...Object.entries(t.expectedValues).map(([value, label]) => ({ value, label })),
          ]}
        />
        <div>
          <p className={css.label} id="flag-changed">
            {t.changed}
          </p>
          <SegmentedControl
            size="xs"
            aria-labelledby="flag-changed"
            disabled={disabled}
            value={draft.changedDecision === null ? '' : String(draft.changedDecision)}
            onChange={(value) => change({ changedDecision: value === '' ? null : value === 'true' })}
            data={[
              { value: '', label: '–' },
              { value: 'true', label: text.common.yes },
              { value: 'false', label: text.common.no },
            ]}
          />
        </div>
        <Textarea
          size="xs"
          label={t.comment}
          description={t.commentHint}
          disabled={disabled}
          maxLength={2000}
          rows={3}
          value={draft.comment}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
