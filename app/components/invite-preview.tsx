// Pasted rows before anything is stored: what each was read as, what is doubtful, mended in place or
// left out. What is judged is derived from the cells as they stand; nothing else is kept.
import { ArrowLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  type Around,
  type Entry,
  judgeRows,
  maxRows,
  type Pasted,
  type Row,
  rowOf,
} from '#shared/invitation-rows.ts';
import { invite } from '#shared/words/invite.ts';
import { isLocale, type Locale } from '#shared/words/words.ts';
import type { Trouble } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Problem, Select } from './field.tsx';
import { InviteRow } from './invite-row.tsx';
import { InviteHead } from './invite-head.tsx';
import { InviteTitle } from './invite-title.tsx';
import { PageHeader } from './surface.tsx';
import { useWords } from './words.tsx';

export interface InvitePreviewProps {
  sheet: Pasted;
  around: Around;
  problem: Trouble | null;
  isBusy: boolean;
  onBack(): void;
  onInvite(entries: Entry[], roles: Pasted['roles']): void;
}

export function InvitePreview(props: InvitePreviewProps) {
  const { sheet, problem, isBusy, onBack, onInvite } = props;
  const w = useWords(invite);
  const table = useRef<HTMLTableElement>(null);
  const [rows, setRows] = useState(() => sheet.rows.map(rowOf));
  const [roles, setRoles] = useState(sheet.roles);
  const [language, setLanguage] = useState(props.around.language);
  const around = { ...props.around, language };
  const judged = judgeRows(rows, { roles, width: sheet.width }, around);
  const doubtful = rows.filter((row, index) => !row.isOut && judged[index]?.doubts.length !== 0);
  const entries = judged.filter((_, index) => !rows[index]?.isOut).map(({ entry }) => entry);
  const change = (at: number, row: Row) =>
    setRows((before) => before.map((one, index) => (index === at ? row : one)));
  const leaveOut = () =>
    setRows((before) =>
      before.map((row) => (doubtful.includes(row) ? { ...row, isOut: true } : row)),
    );
  const submit = () => {
    if (doubtful.length === 0) return onInvite(entries, roles);
    const first = table.current?.querySelector<HTMLElement>('[data-doubtful] input');
    first?.focus();
  };
  const refused = problem?.params?.['row'];
  return (
    <div className="flex flex-col gap-4">
      <Button look="plain" onClick={onBack} className="-mb-4 self-start">
        <ArrowLeft className="size-4" aria-hidden="true" />
        {w.back}
      </Button>
      <PageHeader title={<InviteTitle>{w.title}</InviteTitle>} intro={w.lookIntro} />
      <Notes {...{ sheet, around }} />
      {!roles.includes('language') && <LanguageElse language={language} onChoose={setLanguage} />}
      <div className="overflow-x-auto md:rounded-2xl md:border md:border-line md:bg-raised">
        <table ref={table} className="w-full max-md:block" aria-label={w.table}>
          <InviteHead roles={roles} header={sheet.header} onChoose={setRoles} />
          <tbody className="max-md:flex max-md:flex-col max-md:gap-3">
            {rows.map((row, index) => {
              const verdict = judged[index];
              return (
                verdict && (
                  <InviteRow
                    key={row.line}
                    {...{ row, roles, around, width: sheet.width }}
                    judged={verdict}
                    onChange={(next) => change(index, next)}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
      {problem && (
        <Problem>
          {typeof refused === 'number'
            ? w.conflict({ name: entries[refused - 1]?.name ?? '' })
            : w.notStored}
        </Problem>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
        <output className="min-w-0 flex-1 basis-60 text-15 max-md:basis-full text-ink">
          {doubtful.length > 0 ? w.toLookAt({ n: doubtful.length }) : w.allFine}
        </output>
        {doubtful.length > 0 && (
          <Button onClick={leaveOut}>{w.leaveThemOut({ n: doubtful.length })}</Button>
        )}
        <Button look="brand" onClick={submit} disabled={isBusy || entries.length === 0}>
          {w.invite({ n: entries.length })}
        </Button>
      </div>
    </div>
  );
}

function Notes({ sheet, around }: { sheet: Pasted; around: Around }) {
  const w = useWords(invite);
  const { rows, rest, header, roles } = sheet;
  const notes = [
    rest.length > 0 && w.rest({ max: maxRows, all: rows.length + rest.length, rest: rest.length }),
    header === null && w.noHeader,
    around.deliverables.length === 0 && roles.includes('posts') && w.noPostsListed,
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} className="max-w-prose text-15 text-ink">
      {note}
    </p>
  ));
}

interface LanguageElseProps {
  language: Locale;
  onChoose(language: Locale): void;
}

function LanguageElse({ language, onChoose }: LanguageElseProps) {
  const w = useWords(invite);
  return (
    <div className="max-w-xs">
      <Select
        label={w.languageElse}
        value={language}
        onChange={({ currentTarget: { value } }) => isLocale(value) && onChoose(value)}
      >
        <option value="th">{w.thai}</option>
        <option value="en">{w.english}</option>
      </Select>
    </div>
  );
}
