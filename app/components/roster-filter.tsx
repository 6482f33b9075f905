// What of the creators is looked at, by what and in which order: a form that writes the page's address,
// so that it can be shared and works before any script runs. Followers are no order it offers.
import { Form, useSubmit } from '@remix-run/react';
import { Download, SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { bases } from '#shared/engagement.ts';
import type { Platform } from '#shared/platforms.ts';
import {
  type RosterColumn,
  rosterColumns,
  type RosterQuery,
  rosterSorts,
  writeRosterQuery,
} from '#shared/roster.ts';
import { platformName } from '#shared/words/platforms.ts';
import { columnNames, roster } from '#shared/words/roster.ts';
import { Button } from './button.tsx';
import { Field, Select } from './field.tsx';
import { useWords } from './words.tsx';

export interface RosterFilterProps {
  query: RosterQuery;
  platforms: Platform[];
}

/** A pause of the fingers, so that the page does not change under every letter. */
const pauseMs = 250;

export function RosterFilter({ query, platforms }: RosterFilterProps) {
  const w = useWords(roster);
  const submit = useSubmit();
  const filterId = useId();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(waiting.current), []);

  function changed(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    const isTyping = (event.target as HTMLInputElement).type === 'search';
    clearTimeout(waiting.current);
    const show = () => submit(form, { replace: true, preventScrollReset: true });
    waiting.current = setTimeout(show, isTyping ? pauseMs : 0);
  }

  const here = writeRosterQuery({ ...query, page: 1 });
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      {/* On a phone the creators come first: one tap shows the rest, with or without scripts. */}
      <input type="checkbox" id={filterId} className="peer sr-only md:hidden" />
      <label
        htmlFor={filterId}
        className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-edge px-4 text-15 font-semibold peer-focus-visible:outline-2 md:hidden"
      >
        <SlidersHorizontal className="size-4" aria-hidden="true" />
        {w.filter}
      </label>
      {/* Anew with each address that did not come from it: a header pressed, the button back. */}
      <Form
        key={`${query.base} ${query.sort} ${query.platform} ${query.has} ${query.columns.join()}`}
        onChange={changed}
        preventScrollReset
        className="order-2 hidden w-full items-end gap-3 peer-checked:grid md:flex md:flex-wrap"
      >
        {query.workspaceId && <input type="hidden" name="workspace" value={query.workspaceId} />}
        <Field
          type="search"
          name="q"
          label={w.find}
          placeholder={w.findHint}
          defaultValue={query.text}
          maxLength={80}
          className="md:w-44"
        />
        <Select className="md:w-52" name="by" label={w.by} defaultValue={query.base}>
          {bases.map((base) => (
            <option key={base} value={base}>
              {w[base]}
            </option>
          ))}
        </Select>
        <Select className="md:w-44" name="sort" label={w.sort} defaultValue={query.sort}>
          {rosterSorts.map((sort) => (
            <option key={sort} value={sort}>
              {w[`sort-${sort}`]}
            </option>
          ))}
        </Select>
        <Select
          className="md:w-44"
          name="platform"
          label={w.platform}
          defaultValue={query.platform ?? ''}
        >
          <option value="">{w.allPlatforms}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformName(platform)}
            </option>
          ))}
        </Select>
        <Select className="md:w-52" name="has" label={w.has} defaultValue={query.has ?? ''}>
          <option value="">{w.hasAll}</option>
          <option value="figures">{w.hasFigures}</option>
          <option value="nothing">{w.hasNothing}</option>
        </Select>
        <Columns chosen={query.columns} />
        <noscript>
          <Button type="submit">{w.show}</Button>
        </noscript>
      </Form>
      <a
        href={`/creators.csv${here && `?${here}`}`}
        download
        className="ml-auto inline-flex min-h-11 items-center gap-2 text-15 font-semibold text-ink md:order-3 md:ml-0"
      >
        <Download className="size-4" aria-hidden="true" />
        {w.csv}
      </a>
    </div>
  );
}

function Columns({ chosen }: { chosen: RosterColumn[] }) {
  const w = useWords(roster);
  const names = columnNames(w);
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="text-15 font-medium">{w.columns}</legend>
      <input type="hidden" name="cols" value="1" />
      {rosterColumns.map((column) => (
        <label key={column} className="inline-flex min-h-11 items-center gap-2 text-15">
          <input
            type="checkbox"
            name="col"
            value={column}
            defaultChecked={chosen.includes(column)}
            className="size-5 accent-ink"
          />
          {names[column]}
        </label>
      ))}
    </fieldset>
  );
}
