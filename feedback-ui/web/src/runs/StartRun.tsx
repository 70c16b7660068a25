import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { post, uuid } from '../api/http';
import { models, sites } from '../api/queries';
import type { Run, RunBody } from '../api/types';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import css from './Runs.module.css';

/** Chooses a model, versions, a window of studies and sites. */
export function StartRun() {
  const { text } = useLanguage();
  const t = text.runs;
  const client = useQueryClient();
  const navigate = useNavigate();
  const known = useQuery(models);
  const places = useQuery(sites);
  const [name, setName] = useState<string | null>(null);
  const [versions, setVersions] = useState<string[]>([]);
  const [chosenSites, setChosenSites] = useState<string[]>([]);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [key, setKey] = useState(uuid);
  const model = known.data?.find((each) => each.name === name) ?? known.data?.[0];
  const start = useMutation({
    mutationFn: (body: RunBody) => post<Run>('/runs', body, key),
    onSuccess: (run) => {
      setKey(uuid());
      void client.invalidateQueries({ queryKey: ['runs'] });
      void navigate(`/runs/${run.id}`);
    },
    onError: () => setKey(uuid()),
  });
  if (!model) {
    return null;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ model: model.name, versions, from, to, ...(chosenSites.length > 0 ? { sites: chosenSites } : {}) });
  };
  return (
    <details className={page.panel}>
      <summary className={css.summary}>{t.start}</summary>
      <form className={css.form} onSubmit={submit}>
        <NativeSelect
          size="xs"
          label={text.common.model}
          value={model.name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setVersions([]);
          }}
          data={known.data?.map((each) => each.name) ?? []}
        />
        <Checkbox.Group label={t.versions} value={versions} onChange={setVersions} size="xs">
          <div className={css.boxes}>
            {model.versions.map((version) => (
              <Checkbox key={version.id} size="xs" value={version.version} label={version.version} />
            ))}
          </div>
        </Checkbox.Group>
        <div className={css.pair}>
          <TextInput
            size="xs"
            type="date"
            label={text.common.from}
            required
            withAsterisk={false}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            type="date"
            label={text.common.to}
            required
            withAsterisk={false}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <Checkbox.Group
          label={t.sites}
          description={chosenSites.length === 0 ? t.allSites : undefined}
          value={chosenSites}
          onChange={setChosenSites}
          size="xs"
        >
          <div className={css.boxes}>
            {places.data?.map((site) => (
              <Checkbox key={site.code} size="xs" value={site.code} label={site.name} />
            ))}
          </div>
        </Checkbox.Group>
        {start.error && <ProblemNote error={start.error} />}
        <Button type="submit" size="xs" disabled={versions.length === 0} loading={start.isPending}>
          {t.start}
        </Button>
        {versions.length === 0 && <p className={`${page.soft} ${page.small} ${css.hint}`}>{t.chooseVersion}</p>}
      </form>
    </details>
  );
}
