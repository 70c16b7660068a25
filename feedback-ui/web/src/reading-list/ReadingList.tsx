import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { models, sites, studyPage, type StudyFilter } from '../api/queries';
import type { StudyItem } from '../api/types';
import { Page } from '../design/Page';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { useKeys } from '../keys/useKeys';
import { DecisionBadge } from './DecisionBadge';
import { Filters } from './Filters';
import { rememberOrder } from './order';
import css from './ReadingList.module.css';

const FIELDS = ['site', 'model', 'from', 'to', 'flagged'] as const;

export function ReadingList() {
  const { text } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const known = useQuery(models);
  const places = useQuery(sites);
  const model = search.get('model') ?? known.data?.[0]?.name;
  const filter = useMemo<StudyFilter>(
    () => ({ ...Object.fromEntries(FIELDS.map((field) => [field, search.get(field) ?? undefined])), model }),
    [search, model],
  );
  const found = useInfiniteQuery({
    queryKey: ['studies', filter],
    queryFn: ({ pageParam, signal }) => studyPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    enabled: !known.isPending,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => found.data?.pages.flatMap((each) => each.items) ?? [], [found.data]);
  useEffect(() => rememberOrder(items.map((item) => item.studyUid)), [items]);

  const table = useRef<HTMLTableElement>(null);
  const move = (step: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-open]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at < 0 ? 0 : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    if (!next && step > 0 && found.hasNextPage && !found.isFetchingNextPage) {
      void found.fetchNextPage();
    }
  };
  useKeys({ j: () => move(1), arrowdown: () => move(1), k: () => move(-1), arrowup: () => move(-1) });

  const set = (field: string, value: string) =>
    setSearch(
      (was) => {
        const next = new URLSearchParams(was);
        if (value === '') {
          next.delete(field);
        } else {
          next.set(field, value);
        }
        return next;
      },
      { replace: true },
    );

  return (
    <Page
      title={text.list.title}
      aside={
        <p className={`${page.soft} ${page.small} ${css.hint}`}>
          <kbd>J</kbd> <kbd>K</kbd> {text.list.move} <kbd>↵</kbd> {text.list.opens}
        </p>
      }
    >
      <Filters
        filter={filter}
        sites={places.data ?? []}
        models={known.data ?? []}
        set={set}
        clear={() => setSearch({}, { replace: true })}
      />
      {found.error ? (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      ) : (
        <section className={`${page.panel} ${css.panel}`} aria-label={text.list.title} aria-busy={found.isFetching}>
          <div className={page.scroll}>
            <table className={page.table} ref={table}>
              <thead>
                <tr>
                  <th scope="col">{text.list.acquired}</th>
                  <th scope="col">{text.common.site}</th>
                  <th scope="col">{text.list.image}</th>
                  <th scope="col">{text.list.scanner}</th>
                  <th scope="col">{text.list.result}</th>
                  <th scope="col" className={page.num}>
                    {text.list.score}
                  </th>
                  <th scope="col">{text.common.version}</th>
                  <th scope="col">{text.list.flags}</th>
                  <th scope="col">{text.list.study}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <Row
                    key={item.id}
                    item={item}
                    model={model}
                    zone={places.data?.find((s) => s.code === item.site)?.zone}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {found.isPending && <p className={page.empty}>{text.common.loading}</p>}
          {found.isSuccess && items.length === 0 && <p className={page.empty}>{text.list.empty}</p>}
          {items.length > 0 && (
            <div className={css.foot}>
              <span className={page.soft} role="status">
                {text.list.shown(items.length)}
              </span>
              {found.hasNextPage && (
                <Button
                  size="xs"
                  variant="default"
                  loading={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  {text.common.more}
                </Button>
              )}
            </div>
          )}
        </section>
      )}
    </Page>
  );
}

function Row({ item, model, zone }: { item: StudyItem; model?: string; zone?: string }) {
  const { text, format } = useLanguage();
  const to = `/study/${item.studyUid}${model ? `?model=${encodeURIComponent(model)}` : ''}`;
  const p = item.prediction;
  return (
    <tr className={css.row}>
      <td className={page.nowrap}>
        <Link to={to} data-open className={css.open}>
          {format.dateTime(item.acquiredAt, zone)}
        </Link>
      </td>
      <td>{item.site}</td>
      <td className={page.nowrap}>
        {[item.modality, item.bodyPart, item.viewPosition].filter(Boolean).join(' · ') || '–'}
      </td>
      <td>{item.manufacturerModelName ?? '–'}</td>
      <td>{p ? <DecisionBadge positive={p.positive} /> : <span className={page.soft}>{text.list.noResult}</span>}</td>
      <td className={page.num}>{p ? format.score(p.score) : '–'}</td>
      <td className={page.soft}>{p?.version ?? '–'}</td>
      <td className={page.nowrap}>
        {item.flags > 0 ? item.flags : <span className={page.soft}>–</span>}
        {item.flaggedByMe && <span className={`${page.soft} ${page.small}`}> · {text.list.mine}</span>}
      </td>
      <td className={`${page.mono} ${page.soft}`}>{short(item.studyUid)}</td>
    </tr>
  );
}

/** The end of a pseudonym: enough to tell two rows apart. */
export const short = (uid: string) => `…${uid.slice(-8)}`;
