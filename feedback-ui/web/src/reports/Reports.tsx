import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { API, post, uuid } from '../api/http';
import { models, overview, reports } from '../api/queries';
import type { Report } from '../api/types';
import { Page, Panel } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { DICTIONARIES, LANGUAGES, useLanguage, type Language } from '../i18n/language';
import { isWeek, lastWeek } from './week';

export default function Reports() {
  const { text } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const known = useQuery(models);
  const model = search.get('model') ?? known.data?.[0]?.name ?? null;
  return (
    <Page
      title={text.reports.title}
      aside={
        known.data && (
          <NativeSelect
            size="xs"
            aria-label={text.common.model}
            value={model ?? ''}
            onChange={(event) => setSearch({ model: event.currentTarget.value }, { replace: true })}
            data={known.data.map((each) => each.name)}
          />
        )
      }
    >
      {known.error && <ProblemNote error={known.error} retry={() => void known.refetch()} />}
      {model ? <OfModel key={model} model={model} /> : <p className={page.empty}>{text.common.nothing}</p>}
    </Page>
  );
}

function OfModel({ model }: { model: string }) {
  const { text, language, format } = useLanguage();
  const t = text.reports;
  const client = useQueryClient();
  const found = useQuery(reports(model));
  const seen = useQuery(overview(model, null));
  const [typed, setTyped] = useState<string | null>(null);
  const [spoken, setSpoken] = useState<Language>(language);
  const week = typed ?? (seen.isPending ? '' : (seen.data?.weeks.at(-1)?.week ?? lastWeek(new Date())));
  const make = useMutation({
    mutationFn: () =>
      post<Report>(`/models/${encodeURIComponent(model)}/reports/weekly`, { week, language: spoken }, uuid()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWeek(week)) {
      make.mutate();
    }
  };
  return (
    <>
      <form className={page.filters} onSubmit={submit}>
        <TextInput
          size="xs"
          label={text.common.week}
          placeholder="2026-W26"
          title={t.weekHint}
          error={week !== '' && !isWeek(week)}
          value={week}
          onChange={(event) => setTyped(event.currentTarget.value.trim().toUpperCase())}
        />
        <NativeSelect
          size="xs"
          label={t.language}
          value={spoken}
          onChange={(event) => setSpoken(event.currentTarget.value as Language)}
          data={LANGUAGES.map((tag) => ({ value: tag, label: DICTIONARIES[tag].name }))}
        />
        <Button type="submit" size="xs" loading={make.isPending} disabled={!isWeek(week) || seen.isPending}>
          {make.isPending ? t.generating : t.generate}
        </Button>
      </form>
      <div role="status">
        {week !== '' && !isWeek(week) && <p className={page.warn}>{t.weekBad}</p>}
        {make.data && <p className={page.good}>{t.done(make.data.week)}</p>}
      </div>
      {make.error && <ProblemNote error={make.error} />}
      {found.error && <ProblemNote error={found.error} retry={() => void found.refetch()} />}
      <Panel title={t.title}>
        {found.data?.length === 0 && <p className={page.empty}>{t.none}</p>}
        {found.data && found.data.length > 0 && (
          <div className={page.scroll}>
            <table className={page.table}>
              <thead>
                <tr>
                  <th scope="col">{text.common.week}</th>
                  <th scope="col">{text.nav.language}</th>
                  <th scope="col">{t.dataCut}</th>
                  <th scope="col" className={page.num}>
                    {t.pages}
                  </th>
                  <th scope="col">{t.digest}</th>
                  <th scope="col">{t.download}</th>
                </tr>
              </thead>
              <tbody>
                {found.data.map((report) => (
                  <tr key={report.id}>
                    <td>{report.week}</td>
                    <td>{DICTIONARIES[report.language].name}</td>
                    <td>{format.dateTime(report.dataCut)}</td>
                    <td className={page.num}>{report.pages ?? '–'}</td>
                    <td className={`${page.mono} ${page.soft}`} title={report.sha256}>
                      {report.sha256.slice(0, 12)}
                    </td>
                    <td className={page.nowrap}>
                      <a
                        href={`${API}/reports/${report.id}/pdf`}
                        download={`vigie-${model}-${report.week}-${report.language}.pdf`}
                      >
                        {t.download}
                        <span className="visually-hidden"> {report.week}</span>
                      </a>
                      {' · '}
                      <a
                        href={`${API}/reports/${report.id}/json`}
                        download={`vigie-${model}-${report.week}-${report.language}.json`}
                      >
                        {t.json}
                        <span className="visually-hidden"> {report.week}</span>
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </>
  );
}
