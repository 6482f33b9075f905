// Which column is which, above the pasted rows: what was found out, to be changed by hand.
import { type Column, columns, isColumn } from '#shared/invitation-columns.ts';
import { invite } from '#shared/words/invite.ts';
import { useWords } from './words.tsx';

export interface InviteHeadProps {
  roles: (Column | null)[];
  header: string[] | null;
  onChoose(roles: (Column | null)[]): void;
}

export function InviteHead({ roles, header, onChoose }: InviteHeadProps) {
  const w = useWords(invite);
  // A column stands once: whoever had it gives it up.
  const choose = (at: number, value: string) => {
    const chosen = isColumn(value) ? value : null;
    onChoose(roles.map((role, index) => (index === at ? chosen : role === chosen ? null : role)));
  };
  return (
    <thead className="max-md:mb-3 max-md:block">
      <tr className="max-md:grid max-md:grid-cols-2 max-md:gap-2">
        {roles.map((role, index) => (
          // The columns of a sheet never change places.
          <th key={index} scope="col" className="p-1 text-left align-bottom font-normal max-md:p-0">
            <span className="block truncate px-2 text-13 text-muted">{header?.[index] ?? ''}</span>
            <select
              aria-label={w.columnIs({ n: index + 1 })}
              value={role ?? ''}
              onChange={(event) => choose(index, event.currentTarget.value)}
              className="h-11 w-full min-w-24 rounded-xl border border-edge bg-raised px-2 text-15 font-medium text-ink md:h-10"
            >
              <option value="">{w.unused}</option>
              {columns.map((column) => (
                <option key={column} value={column}>
                  {w[column]}
                </option>
              ))}
            </select>
          </th>
        ))}
        <th className="max-md:hidden" aria-label={w.leaveOut} />
      </tr>
    </thead>
  );
}
