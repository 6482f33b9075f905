// What stands beside the text of a post: two columns that fold on a wide screen, one sheet at a time
// on a phone. Whoever wants something shown there asks by its name.
import { useState } from 'react';
import type { Side } from '#shared/roles.ts';
import type { SheetName } from './post-phone.tsx';
import { isPhone } from './use-phone.ts';

type ColumnName = 'guidelines' | 'comments';

export interface Sides {
  folded: Record<ColumnName, boolean>;
  fold(column: ColumnName, isFolded: boolean): void;
  sheet: SheetName | null;
  setSheet(sheet: SheetName | null): void;
  open(name: SheetName): void;
}

const columnOf: Record<SheetName, ColumnName> = {
  points: 'guidelines',
  rules: 'guidelines',
  comments: 'comments',
};

export function useSides(side: Side): Sides {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [folded, setFolded] = useState({
    guidelines: side === 'brand',
    comments: side === 'creator',
  });
  const fold = (column: ColumnName, isFolded: boolean) =>
    setFolded((was) => ({ ...was, [column]: isFolded }));
  return {
    folded,
    fold,
    sheet,
    setSheet,
    open(name) {
      if (isPhone()) setSheet(name);
      else fold(columnOf[name], false);
    },
  };
}
