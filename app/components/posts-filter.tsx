// What of a brief's posts is looked at, and in which order: a form that writes the page's address, so
// that it can be shared, saved under a name, and works before any script runs.
import { Form, Link, useSubmit } from '@remix-run/react';
import { Bookmark, Download, SlidersHorizontal, X } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import {
  cellStates,
  type PostsQuery,
  readQuery,
  type Sort,
  sorts,
  writeQuery,
} from '#shared/posts-grid.ts';
import { posts, stateWords } from '#shared/words/posts.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { usePostName } from './brief-deliverables.tsx';
import { Button } from './button.tsx';
import { Field, Select } from './field.tsx';
import type { PostColumn } from './posts-grid.tsx';
import { useReader, useWords } from './words.tsx';

interface SavedView {
  id: string;
  name: string;
  query: string;
}

interface FilterProps {
  briefId: string;
  query: PostsQuery;
  columns: PostColumn[];
  views: SavedView[];
}

/** A pause of the fingers, so that the page does not change under every letter. */
const pauseMs = 250;

export function PostsFilter({ briefId, query, columns, views }: FilterProps) {
  const w = useWords(posts);
  const { locale } = useReader();
  const submit = useSubmit();
  const filterId = useId();
  const nameOf = usePostName();
  const states = stateWords(locale);
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);
  const orders: Record<Sort, string> = {
    waiting: w.sortWaiting,
    due: w.sortDue,
    name: w.sortName,
  };

  function changed(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    const isTyping = (event.target as HTMLInputElement).type === 'search';
    clearTimeout(waiting.current);
    const show = () => submit(form, { replace: true, preventScrollReset: true });
    waiting.current = setTimeout(show, isTyping ? pauseMs : 0);
  }

  const here = writeQuery(query);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
      <Views {...{ briefId, here, views }} />
      <a
        href={`/briefs/${briefId}/posts.csv${here && `?${here}`}`}
        download
        className="order-1 inline-flex min-h-11 items-center gap-2 text-15 font-semibold text-ink"
      >
        <Download className="size-4" aria-hidden="true" />
        {w.csv}
      </a>
      {/* On a phone the posts come first: one tap shows the rest, with or without scripts. */}
      <input type="checkbox" id={filterId} className="peer sr-only md:hidden" />
      <label
        htmlFor={filterId}
        className="inline-flex min-h-11 items-center gap-2 self-start rounded-xl border border-edge px-4 text-15 font-semibold peer-focus-visible:outline-2 md:hidden"
      >
        <SlidersHorizontal className="size-4" aria-hidden="true" />
        {w.filter}
      </label>
      {/* Anew with each address that did not come from it: a view, the button back. */}
      <Form
        key={`${query.turn} ${query.state} ${query.post} ${query.sort} ${query.isLate}`}
        onChange={changed}
        preventScrollReset
        className="order-2 hidden w-full grid-cols-2 items-end gap-3 peer-checked:grid md:flex md:flex-wrap"
      >
        {query.isLate && <input type="hidden" name="late" value="1" />}
        <Field
          type="search"
          name="q"
          label={w.find}
          placeholder={w.findHint}
          defaultValue={query.text}
          maxLength={80}
          data-find=""
          className="md:w-44"
        />
        <Select className="md:w-44" name="turn" label={w.turn} defaultValue={query.turn ?? ''}>
          <option value="">{w.all}</option>
          <option value="brand">{w.turnBrand}</option>
          <option value="creator">{w.turnCreator}</option>
          <option value="nobody">{w.turnNobody}</option>
        </Select>
        <Select className="md:w-52" name="state" label={w.state} defaultValue={query.state ?? ''}>
          <option value="">{w.all}</option>
          {cellStates.map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
        </Select>
        <Select className="md:w-44" name="post" label={w.post} defaultValue={query.post ?? ''}>
          <option value="">{w.all}</option>
          {columns.map((post) => (
            <option key={post.id} value={post.ordinal}>
              {nameOf(post)}
            </option>
          ))}
        </Select>
        <Select className="md:w-52" name="sort" label={w.sort} defaultValue={query.sort ?? ''}>
          <option value="">{w.sortInvited}</option>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {orders[sort]}
            </option>
          ))}
        </Select>
        <noscript>
          <Button type="submit">{w.show}</Button>
        </noscript>
      </Form>
    </div>
  );
}

interface ViewsProps {
  briefId: string;
  /** The query as it stands in the address. */
  here: string;
  views: SavedView[];
}

function Views({ briefId, here, views }: ViewsProps) {
  const w = useWords(posts);
  const given = [
    { name: w.viewAll, query: '' },
    { name: w.viewWaiting, query: writeQuery(queryOf('turn=brand&sort=waiting')) },
    { name: w.late, query: writeQuery(queryOf('late=1&sort=due')) },
  ];
  const isNew = ![...given, ...views].some(({ query }) => query === here);
  return (
    <nav
      aria-label={w.views}
      className="flex w-full flex-wrap items-center gap-2 md:mr-auto md:w-auto"
    >
      {given.map(({ name, query }) => (
        <View key={query} query={query} isHere={query === here}>
          {name}
        </View>
      ))}
      {views.map(({ id, name, query }) => (
        <span key={id} className="inline-flex items-center">
          <View query={query} isHere={query === here}>
            {name}
          </View>
          <Form method="post" action={`/briefs/${briefId}/posts${query && `?${query}`}`}>
            <input type="hidden" name="intent" value="remove-view" />
            <input type="hidden" name="viewId" value={id} />
            <button
              type="submit"
              aria-label={w.removeView({ name })}
              title={w.removeView({ name })}
              className="inline-flex size-11 items-center justify-center rounded-full text-muted hover:text-ink md:size-9"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </Form>
        </span>
      ))}
      {isNew && (
        <DialogForm
          title={w.saveView}
          description={w.saveViewNote}
          intent="save-view"
          submit={w.saveView}
          hidden={{ query: here }}
          trigger={
            <Button look="plain">
              <Bookmark className="size-4" aria-hidden="true" />
              {w.saveView}
            </Button>
          }
        >
          <Field name="name" label={w.viewName} maxLength={40} required />
        </DialogForm>
      )}
    </nav>
  );
}

function View({
  query,
  isHere,
  children,
}: {
  query: string;
  isHere: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      to={{ search: query }}
      preventScrollReset
      aria-current={isHere ? 'page' : undefined}
      className="inline-flex min-h-11 items-center rounded-full border border-line px-4 text-15 text-ink no-underline hover:border-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold md:min-h-9"
    >
      {children}
    </Link>
  );
}

function queryOf(search: string): PostsQuery {
  const params = new URLSearchParams(search);
  return readQuery((name) => params.get(name));
}
