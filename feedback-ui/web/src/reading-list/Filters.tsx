import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { StudyFilter } from '../api/queries';
import type { Model, Site } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';

interface Properties {
  filter: StudyFilter;
  sites: Site[];
  models: Model[];
  set: (field: string, value: string) => void;
  clear: () => void;
}

export function Filters({ filter, sites, models, set, clear }: Properties) {
  const { text } = useLanguage();
  const t = text.list;
  return (
    <search className={page.filters} aria-label={t.filters}>
      <NativeSelect
        size="xs"
        label={text.common.model}
        value={filter.model ?? ''}
        onChange={(event) => set('model', event.currentTarget.value)}
        data={models.length === 0 ? [{ value: '', label: '–' }] : models.map((model) => model.name)}
      />
      <NativeSelect
        size="xs"
        label={text.common.site}
        value={filter.site ?? ''}
        onChange={(event) => set('site', event.currentTarget.value)}
        data={[{ value: '', label: text.common.all }, ...sites.map((site) => ({ value: site.code, label: site.name }))]}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.common.from}
        value={filter.from ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.common.to}
        value={filter.to ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t.flagged}
        value={filter.flagged ?? ''}
        onChange={(event) => set('flagged', event.currentTarget.value)}
        data={[
          { value: '', label: text.common.any },
          { value: 'true', label: t.flaggedOnly },
          { value: 'false', label: t.notFlagged },
        ]}
      />
      <Button size="xs" variant="default" onClick={clear}>
        {t.clear}
      </Button>
    </search>
  );
}
