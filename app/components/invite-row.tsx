// One pasted row: its cells to mend, what they were read as, and what is doubtful about them.
import { OctagonAlert } from 'lucide-react';
import { memo, useId, useState } from 'react';
import type { Column } from '#shared/invitation-columns.ts';
import {
  type Around,
  cutTo,
  joinedFee,
  type JudgedRow,
  type Row,
} from '#shared/invitation-rows.ts';
import { invite } from '#shared/words/invite.ts';
import { usePostName } from './brief-deliverables.tsx';
import { Button } from './button.tsx';
import { doubtWords } from './invite-doubts.ts';
import { useFormat, useWords } from './words.tsx';

export interface InviteRowProps {
  row: Row;
  roles: (Column | null)[];
  width: number;
  judged: JudgedRow;
  around: Around;
  onChange(row: Row): void;
}

/** A key typed in one row draws no other. */
export const InviteRow = memo(
  Drawn,
  (a, b) =>
    a.row === b.row &&
    a.roles === b.roles &&
    a.around.deliverables === b.around.deliverables &&
    JSON.stringify(a.judged) === JSON.stringify(b.judged),
);

function Drawn({ row, roles, width, judged, around, onChange }: InviteRowProps) {
  const w = useWords(invite);
  const { line, cells, isOut } = row;
  const name = judged.entry.name || judged.entry.handle || w.line({ n: line });
  const isDoubtful = !isOut && judged.doubts.length > 0;
  // On a phone a row that was understood is one line, until it is opened. One being mended stays open.
  const [wasOpened, setOpened] = useState(isDoubtful);
  const isOpen = isDoubtful || (wasOpened && !isOut);
  const setCell = (at: number, text: string) =>
    onChange({
      ...row,
      cells: [...filled(cells, at), text, ...cells.slice(at + 1)],
    });
  return (
    <tr
      data-doubtful={isDoubtful ? '' : undefined}
      className={`border-t border-line align-top max-md:flex max-md:flex-col max-md:gap-1 max-md:rounded-2xl max-md:border max-md:bg-raised max-md:p-3 ${isOut ? 'text-muted' : ''}`}
    >
      <td className="flex items-center gap-2 md:hidden">
        <Summary {...{ name, judged, isOut }} />
        {!isOpen && !isOut && (
          <Button look="plain" aria-label={w.mendOf({ name })} onClick={() => setOpened(true)}>
            {w.mend}
          </Button>
        )}
      </td>
      {roles.map((role, index) => (
        <Cell
          // The columns of a sheet never change places.
          key={index}
          {...{ role, name, isOut, isOpen, judged, around }}
          text={cells[index] ?? ''}
          onText={(text) => setCell(index, text)}
        />
      ))}
      <td className="p-1 text-right max-md:p-0 max-md:text-left">
        <Button
          look="plain"
          aria-label={isOut ? w.takeInOf({ name }) : w.leaveOutOf({ name })}
          onClick={() => onChange({ ...row, isOut: !isOut })}
          className="whitespace-nowrap md:px-2"
        >
          {isOut ? w.takeIn : w.leaveOut}
        </Button>
        <WrongColumns {...{ row, roles, width, judged, onChange }} />
      </td>
    </tr>
  );
}

/** A row may end before a column that others use. */
const filled = (cells: readonly string[], to: number): string[] =>
  Array.from({ length: to }, (_, index) => cells[index] ?? '');

function Summary({ name, judged, isOut }: { name: string; judged: JudgedRow; isOut: boolean }) {
  const w = useWords(invite);
  const { handle, fee } = judged.entry;
  return (
    <p className="min-w-0 flex-1">
      <span className="block truncate text-17 font-medium">{name}</span>
      <span className="block truncate text-13 text-muted">
        {isOut ? w.isOut : [handle, fee].filter((text) => text !== '').join(' · ')}
      </span>
    </p>
  );
}

/** More cells than columns: most often a comma in a fee that nobody put in quotes. */
function WrongColumns({ row, roles, width, judged, onChange }: Omit<InviteRowProps, 'around'>) {
  const w = useWords(invite);
  const doubt = judged.doubts.find(({ column }) => column === null);
  if (!doubt || row.isOut) return null;
  const joined = joinedFee(row, roles);
  return (
    <div className="flex flex-col items-start gap-1 text-left md:w-48">
      <Doubt>{doubtWords(w, doubt)}</Doubt>
      {joined && (
        <Button onClick={() => onChange(joined)}>
          {w.join({ text: joined.cells[roles.indexOf('fee')] ?? '' })}
        </Button>
      )}
      <Button look="plain" onClick={() => onChange(cutTo(row, width))}>
        {w.cut}
      </Button>
    </div>
  );
}

interface CellProps {
  role: Column | null;
  text: string;
  name: string;
  isOut: boolean;
  /** Shown on a phone. */
  isOpen: boolean;
  judged: JudgedRow;
  around: Around;
  onText(text: string): void;
}

function Cell({ role, text, name, isOut, isOpen, judged, around, onText }: CellProps) {
  const w = useWords(invite);
  const id = useId();
  const read = useRead(role, text, judged, around);
  if (role === null) {
    return <td className="max-w-32 truncate p-3 text-13 text-muted max-md:hidden">{text}</td>;
  }
  const doubt = isOut ? undefined : judged.doubts.find(({ column }) => column === role);
  const note = doubt ? doubtWords(w, doubt) : read;
  return (
    <td
      className={`p-1 max-md:grid-cols-[6rem_1fr] max-md:items-center max-md:p-0.5 ${isOpen ? 'max-md:grid' : 'max-md:hidden'}`}
    >
      <span aria-hidden="true" className="text-13 text-muted md:hidden">
        {w[role]}
      </span>
      <input
        value={text}
        disabled={isOut}
        aria-label={w.cellOf({ column: w[role], name })}
        aria-invalid={doubt ? true : undefined}
        aria-describedby={note ? id : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
        className="h-11 w-full min-w-20 rounded-lg border border-transparent bg-transparent px-2 text-17 text-ink hover:border-edge disabled:text-muted aria-invalid:border-2 aria-invalid:border-ink max-md:border-line md:h-10 md:text-15"
      />
      {note && (
        <div id={id} className="px-2 pb-1 max-md:col-start-2">
          {doubt ? <Doubt>{note}</Doubt> : <p className="text-13 text-muted">{note}</p>}
          {doubt?.kind === 'language' && (
            <div className="flex flex-wrap gap-2 pt-1">
              <Button onClick={() => onText('th')}>{w.thai}</Button>
              <Button onClick={() => onText('en')}>{w.english}</Button>
            </div>
          )}
        </div>
      )}
    </td>
  );
}

function Doubt({ children }: { children: string }) {
  return (
    <p className="flex gap-1 text-13 font-medium text-ink">
      <OctagonAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}

/** What a cell was read as, where that is not what stands in it. */
function useRead(role: Column | null, text: string, judged: JudgedRow, around: Around) {
  const w = useWords(invite);
  const format = useFormat();
  const nameOf = usePostName();
  const { entry, feeWords, knownAs } = judged;
  if (role === 'handle') return knownAs && w.knownAs({ name: knownAs });
  if (role === 'fee') return feeWords && feeWords !== text ? w.readAs({ text: feeWords }) : null;
  if (role === 'language' && text === '') return entry.locale === 'th' ? w.thai : w.english;
  if (role !== 'posts') return null;
  const posts = around.deliverables.filter(({ id }) => entry.posts?.includes(id));
  if (entry.posts === null) return text === '' ? w.allPosts : null;
  return format.list(posts.map(nameOf));
}
