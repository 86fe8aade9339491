import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Input, Select, Table } from 'antd';
import type { TableColumnType } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { filtersOf, isFiltered, sortOf, withFilter, withoutFilters } from './address';
import { csv, download } from './csv';
import { Bones, Empty, Notice } from './Notice';
import { Card, Page } from './Page';
import { useNarrow } from './useNarrow';

/** More than anybody reads; whoever needs more narrows the filter. */
const MOST_ROWS = 2_000;
const PAGE_ROWS = 50;
const EXPORT_ROWS = 200;

export interface Slice<Row> {
  items: Row[];
  next: string | null;
  total: number;
}
export type Ask = Record<string, string | number | undefined>;

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The cell as a spreadsheet has it; a column without is not exported. */
  plain?: (row: Row) => string | number | null | undefined;
  width?: number;
  number?: boolean;
  /** `up` where the service sorts one way only. */
  sortable?: boolean | 'up';
}
export interface Filter {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

interface Listing<Row extends { id: string }> {
  title: string;
  /** Names the rows in the cache; the filters are added to it. */
  topic: readonly string[];
  load: (ask: Ask, signal?: AbortSignal) => Promise<Slice<Row>>;
  columns: Column<Row>[];
  card: (row: Row) => ReactNode;
  filters?: Filter[];
  /** Filters that hold always and do not stand in the address. */
  fixed?: Ask;
  open?: (row: Row) => string;
  empty: { title: string; how: string };
  acts?: ReactNode;
  below?: ReactNode;
  exportName: string;
  searchable?: boolean;
  aside?: ReactNode;
  isChosen?: (row: Row) => boolean;
}

export function DataTable<Row extends { id: string }>(listing: Listing<Row>) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const narrow = useNarrow();
  const ask: Ask = { ...listing.fixed, ...filtersOf(params) };
  const rows = useInfiniteQuery({
    queryKey: [...listing.topic, ask],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => listing.load({ ...ask, limit: PAGE_ROWS, cursor: pageParam }, signal),
    getNextPageParam: (last, all) => (last.next && all.length * PAGE_ROWS < MOST_ROWS ? last.next : undefined),
    placeholderData: keepPreviousData,
  });
  const shown = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const total = rows.data?.pages[0]?.total;
  const filtered = isFiltered(params);
  const change = (name: string, value: string | undefined) => setParams(withFilter(params, name, value), { replace: true });

  return (
    <Page title={listing.title} count={total} acts={listing.acts} below={listing.below}>
      <Card flush>
        <div className="table-bar">
          {listing.searchable !== false && <Search value={params.get('q') ?? ''} onChange={(text) => change('q', text)} />}
          {listing.filters?.map((filter) => (
            <Select
              key={filter.name}
              className="filter"
              aria-label={filter.label}
              value={params.get(filter.name) ?? undefined}
              placeholder={filter.label}
              options={offered(filter, params.get(filter.name))}
              allowClear
              popupMatchSelectWidth={false}
              onChange={(value: string | undefined) => change(filter.name, value)}
            />
          ))}
          <OtherFilters params={params} known={listing.filters ?? []} onDrop={(name) => change(name, undefined)} />
          {filtered && (
            <Button type="link" onClick={() => setParams(withoutFilters(params), { replace: true })}>
              {t('ui.clear')}
            </Button>
          )}
          <span className="grow" />
          {!narrow && <Export listing={listing} ask={ask} disabled={!total} />}
        </div>
        {rows.isError && shown.length === 0 ? (
          <div style={{ padding: 16 }}>
            <Notice error={rows.error} onRetry={() => void rows.refetch()} />
          </div>
        ) : rows.isPending ? (
          <Bones rows={8} />
        ) : shown.length === 0 ? (
          filtered ? <Empty title={t('ui.noMatch')} how={t('ui.noMatchHow')} /> : <Empty {...listing.empty} />
        ) : narrow ? (
          <Cards rows={shown} listing={listing} />
        ) : (
          <Rows rows={shown} listing={listing} busy={rows.isPlaceholderData} params={params} onSort={(sort) => change('sort', sort)} />
        )}
        {total !== undefined && shown.length > 0 && (
          <div className="more">
            <span>{shown.length < total ? t('ui.shown', { shown: shown.length, total }) : t('ui.allShown')}</span>
            {rows.hasNextPage ? (
              <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
                {t('ui.more', { count: Math.min(PAGE_ROWS, total - shown.length) })}
              </Button>
            ) : (
              shown.length < total && <span>{t('ui.tooMany', { count: MOST_ROWS })}</span>
            )}
          </div>
        )}
      </Card>
      {listing.aside}
    </Page>
  );
}

/** What a link filters by is named even if the bar does not offer it: several values, or one that is gone. */
function offered({ options }: Filter, value: string | null): Filter['options'] {
  if (!value || options.some((option) => option.value === value)) return options;
  const label = value
    .split(',')
    .map((part) => options.find((option) => option.value === part)?.label ?? part)
    .join(' / ');
  return [...options, { value, label }];
}

function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const wait = setTimeout(() => onChange(text.trim()), 300);
    return () => clearTimeout(wait);
    // Only what is typed starts the wait; the address answers by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <Input
      className="search"
      type="search"
      aria-label={t('ui.search')}
      placeholder={t('ui.search')}
      prefix={<SearchOutlined aria-hidden />}
      value={text}
      allowClear
      onChange={(event) => setText(event.target.value)}
    />
  );
}

/** A number that was opened may filter by more than the bar offers; nothing filters unseen. */
function OtherFilters({ params, known, onDrop }: { params: URLSearchParams; known: Filter[]; onDrop: (name: string) => void }) {
  const { t, i18n } = useTranslation();
  const names = new Set(['q', 'sort', ...known.map(({ name }) => name)]);
  const others = Object.entries(filtersOf(params)).filter(([name]) => !names.has(name));
  if (others.length === 0) return null;
  const words = i18n.getResource(i18n.language, 'translation', 'ui.by') as Record<string, string> | undefined;
  // An id says nothing to a reader; what it belongs to does.
  const named = (name: string, value: string) => [words?.[name] ?? name, /^[0-9a-f-]{36}$/.test(value) ? '' : value].filter(Boolean).join(' ');
  return (
    <span className="row small muted">
      {t('ui.filteredBy')}
      {others.map(([name, value]) => (
        <Button key={name} size="small" onClick={() => onDrop(name)} aria-label={`${t('ui.clear')}${t('ui.colon')}${named(name, value)}`}>
          {named(name, value)} ×
        </Button>
      ))}
    </span>
  );
}

function Rows<Row extends { id: string }>({
  rows,
  listing,
  busy,
  params,
  onSort,
}: {
  rows: Row[];
  listing: Listing<Row>;
  busy: boolean;
  params: URLSearchParams;
  onSort: (sort: string | undefined) => void;
}) {
  const navigate = useNavigate();
  const sort = sortOf(params);
  const columns: TableColumnType<Row>[] = listing.columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.number ? 'right' : undefined,
    sorter: column.sortable ? true : undefined,
    sortDirections: column.sortable === 'up' ? ['ascend'] : undefined,
    sortOrder: sort?.by === column.key ? (sort.down ? 'descend' : 'ascend') : null,
    render: (_: unknown, row: Row) => column.render(row),
  }));
  return (
    <Table<Row>
      className="data-table"
      size="small"
      aria-label={listing.title}
      aria-busy={busy}
      columns={columns}
      dataSource={rows}
      rowKey="id"
      pagination={false}
      // A row of ours may have `children` of its own; they are not rows below it.
      expandable={{ childrenColumnName: 'no-rows-below' }}
      showSorterTooltip={false}
      rowClassName={(row) => `${listing.open ? 'openable' : ''} ${listing.isChosen?.(row) ? 'ant-table-row-selected' : ''}`}
      onChange={(_page, _filters, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter;
        onSort(by?.order ? `${by.order === 'descend' ? '-' : ''}${String(by.columnKey)}` : undefined);
      }}
      onRow={(row) => ({
        onClick: (event) => {
          // A link, a button or marked text inside the row mean themselves.
          if (!listing.open || (event.target as HTMLElement).closest('a, button') || window.getSelection()?.toString()) return;
          void navigate(listing.open(row));
        },
      })}
    />
  );
}

function Cards<Row extends { id: string }>({ rows, listing }: { rows: Row[]; listing: Listing<Row> }) {
  const { open } = listing;
  return (
    <ul className="cards" aria-label={listing.title}>
      {rows.map((row) => (
        <li key={row.id}>{open ? <Link to={open(row)}>{listing.card(row)}</Link> : <div>{listing.card(row)}</div>}</li>
      ))}
    </ul>
  );
}

function Export<Row extends { id: string }>({ listing, ask, disabled }: { listing: Listing<Row>; ask: Ask; disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const columns = listing.columns.filter((column) => column.plain);
  const save = async () => {
    setBusy(true);
    try {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const slice = await listing.load({ ...ask, limit: EXPORT_ROWS, cursor });
        rows.push(...slice.items);
        cursor = slice.next ?? undefined;
      } while (cursor && rows.length < MOST_ROWS);
      download(`${listing.exportName}.csv`, csv([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ plain }) => plain!(row)))]));
      if (cursor) message.warning(t('ui.exportCut', { count: rows.length }));
      else message.success(t('ui.exported', { count: rows.length }));
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} disabled={disabled} onClick={() => void save()}>
      {busy ? t('ui.exporting') : t('ui.export')}
    </Button>
  );
}
