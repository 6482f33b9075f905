// Which column of a pasted sheet is which: by its header in English or Thai, or, where there is no
// header, by what stands in it. A guess is shown and can be changed; nothing hangs on it being right.
import { readFee } from './fees.ts';
import { isAddress, isHandle, readLanguage, readPlatforms } from './invitation-cells.ts';
import { looksLikePhone } from './phone.ts';
import type { SheetRow } from './sheet.ts';

export const columns = [
  'name',
  'handle',
  'language',
  'platform',
  'fee',
  'posts',
  'mail',
  'phone',
] as const;
export type Column = (typeof columns)[number];

export const isColumn = (value: unknown): value is Column => columns.includes(value as Column);

const headers: Record<Column, string> = {
  name: 'name creator creatorname fullname ชื่อ ครีเอเตอร์ ชื่อครีเอเตอร์ ชื่อเล่น',
  handle: 'handle account username user instagramhandle ig ชื่อบัญชี บัญชี แอคเคานต์ แอคเคาท์ ไอจี',
  language: 'language lang locale ภาษา',
  platform: 'platform platforms channel channels แพลตฟอร์ม ช่องทาง ช่อง',
  fee: 'fee fees rate price budget ค่าตอบแทน ค่าตัว ค่าจ้าง เรท เรต ราคา งบ',
  posts: 'posts post deliverables deliverable โพสต์ โพส จำนวนโพสต์ จำนวน ชิ้นงาน จำนวนชิ้น',
  mail: 'mail email address mailaddress emailaddress อีเมล อีเมล์ เมล',
  phone:
    'phone phoneno phonenumber mobile mobileno mobilenumber mobilephone cellphone tel telno telephone telephoneno telephonenumber contactno contactnumber โทร โทรศัพท์ โทรศัพท์มือถือ มือถือ เบอร์ เบอร์โทร เบอร์โทรศัพท์ เบอร์มือถือ เบอร์ติดต่อ หมายเลขโทรศัพท์',
};
const byHeader = new Map(
  // As the headers of a sheet are read: NFKC writes the Thai "ำ" as two.
  columns.flatMap((column) =>
    headers[column]
      .normalize('NFKC')
      .split(' ')
      .map((word) => [word, column] as const),
  ),
);

/** "E-mail (work)" and "E-Mail" are one header. */
function columnNamed(header: string): Column | null {
  const plain = header.normalize('NFKC').toLowerCase();
  const bare = (text: string) => text.replace(/[\s_\-.:*#/]/g, '');
  return byHeader.get(bare(plain)) ?? byHeader.get(bare(plain.replace(/\(.*\)/, ''))) ?? null;
}

export interface Layout {
  /** What stands in each column; null for one that is not used. Empty ones at the end are left out. */
  roles: (Column | null)[];
  /** How many cells a row of this sheet has. */
  width: number;
  /** The words of the header, or null where the sheet has none. */
  header: string[] | null;
}

export function layoutOf(rows: readonly SheetRow[]): Layout {
  const header = rows[0]?.cells ?? [];
  const width = usualWidth(rows);
  const used = Math.min(width, Math.max(0, ...rows.map(usedWidth)));
  return isHeader(header)
    ? { width, header, roles: fit(header.map(columnNamed), used) }
    : { width, header: null, roles: guessed(rows.slice(0, 50), used) };
}

/** As wide as most rows are: a comma nobody put in quotes makes one row wider, not the sheet. */
function usualWidth(rows: readonly SheetRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(0, ...[...counts.keys()].filter((width) => counts.get(width) === most));
}

function usedWidth({ cells }: SheetRow): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width -= 1;
  return width;
}

/** Two known names, or one where no other cell of the line could be anybody's data. */
function isHeader(cells: string[]): boolean {
  const known = cells.filter((cell) => columnNamed(cell) !== null).length;
  const isData = cells.some((cell) => isHandle(cell) || isAddress(cell) || /\d/.test(cell));
  return known >= 2 || (known === 1 && !isData);
}

/** Each column once: of two with one name the first has it. */
function fit(found: (Column | null)[], width: number): (Column | null)[] {
  const seen = new Set<Column>();
  return Array.from({ length: width }, (_, index) => {
    const column = found[index] ?? null;
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

const looks: [Column, (cell: string) => boolean][] = [
  ['mail', isAddress],
  ['handle', isHandle],
  ['language', (cell) => readLanguage(cell) !== null],
  ['platform', (cell) => (readPlatforms(cell)?.length ?? 0) > 0],
  ['phone', looksLikePhone],
  ['fee', (cell) => (readFee(cell)?.amount ?? 0) >= 100],
  ['posts', (cell) => /^\d{1,2}([\s,+&]+\d{1,2})*$/.test(cell)],
  ['name', (cell) => /\p{L}/u.test(cell)],
];

/** Each kind goes to the column where most cells look like it, if half of them do. */
function guessed(rows: readonly SheetRow[], width: number): (Column | null)[] {
  const roles: (Column | null)[] = Array.from({ length: width }, () => null);
  for (const [column, looksLike] of looks) {
    const shares = roles.map((role, index) => {
      if (role !== null) return 0;
      const cells = rows.map(({ cells: all }) => all[index] ?? '').filter((cell) => cell !== '');
      return cells.length === 0 ? 0 : cells.filter(looksLike).length / cells.length;
    });
    const best = shares.indexOf(Math.max(...shares));
    if ((shares[best] ?? 0) >= 0.5) roles[best] = column;
  }
  return roles;
}
