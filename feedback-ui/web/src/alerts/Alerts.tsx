import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { alerts as alertsOf, models } from '../api/queries';
import { Page } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { AlertList } from './AlertList';

export default function Alerts() {
  const { text } = useLanguage();
  const t = text.alerts;
  const [search, setSearch] = useSearchParams();
  const known = useQuery(models);
  const model = search.get('model') ?? undefined;
  const state = search.get('state') ?? undefined;
  const found = useQuery(alertsOf({ model, state }));
  const set = (name: string, value: string) =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t.title}
      aside={
        <div className={page.filters}>
          <NativeSelect
            size="xs"
            label={text.common.model}
            value={model ?? ''}
            onChange={(event) => set('model', event.currentTarget.value)}
            data={[{ value: '', label: text.common.all }, ...(known.data?.map((each) => each.name) ?? [])]}
          />
          <NativeSelect
            size="xs"
            label={t.state}
            value={state ?? ''}
            onChange={(event) => set('state', event.currentTarget.value)}
            data={[
              { value: '', label: text.common.any },
              { value: 'OPEN', label: t.states.OPEN },
              { value: 'ACKNOWLEDGED', label: t.states.ACKNOWLEDGED },
              { value: 'CLOSED', label: t.states.CLOSED },
            ]}
          />
        </div>
      }
    >
      {found.error ? (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      ) : (
        <section className={page.panel} aria-label={t.title}>
          <AlertList alerts={found.data ?? []} />
        </section>
      )}
    </Page>
  );
}
