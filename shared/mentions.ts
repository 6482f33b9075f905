// Who is meant in a comment. On disk a mention is a person's id, `@[id]`, so that it shows the name
// they have today; people write and read "@Ploy". Nothing here knows who may be meant.
export interface Named {
  userId: string;
  name: string;
}

/** What was typed, with the names of these people as ids. The longest name first: "@Nan" is in "@Nana". */
export function storedBody(typed: string, people: readonly Named[]): string {
  return [...people]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((text, { userId, name }) => text.replaceAll(`@${name}`, `@[${userId}]`), typed);
}

/** The people who are still meant: a name may have been taken out again after it was chosen. */
export function mentionedIn(stored: string, people: readonly Named[]): string[] {
  return people.map(({ userId }) => userId).filter((id) => stored.includes(`@[${id}]`));
}

/** A stored comment as people read it. Brackets that somebody typed stay as they are. */
export function shownBody(stored: string, people: readonly Named[]): string {
  return people.reduce(
    (text, { userId, name }) => text.replaceAll(`@[${userId}]`, `@${name}`),
    stored,
  );
}

export type Piece = { text: string; userId: string | null };

/** A comment in pieces, so that a page can set the names off from the words around them. */
export function pieces(shown: string, people: readonly Named[]): Piece[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: Piece[] = [];
  let plain = '';
  for (let at = 0; at < shown.length; ) {
    const meant = shown[at] === '@' && byLength.find(({ name }) => shown.startsWith(name, at + 1));
    if (!meant) {
      plain += shown[at];
      at += 1;
      continue;
    }
    if (plain) found.push({ text: plain, userId: null });
    plain = '';
    found.push({ text: `@${meant.name}`, userId: meant.userId });
    at += meant.name.length + 1;
  }
  return plain ? [...found, { text: plain, userId: null }] : found;
}

/** Longer than any name people are found by. */
const maxAsked = 40;

/** What stands between the last "@" and the caret, if somebody is being looked for; else null. */
export function askedName(typed: string, caret: number): string | null {
  const before = typed.slice(0, caret);
  const at = before.lastIndexOf('@');
  const isStart = at === 0 || /[\s([{"'“‘]/u.test(before[at - 1] ?? '');
  const asked = before.slice(at + 1);
  if (at < 0 || !isStart || asked.length > maxAsked || asked.includes('\n')) return null;
  return asked;
}

/** Those whose name begins with what was asked, in any of its words. */
export function offered<Person extends Named>(people: readonly Person[], asked: string): Person[] {
  const wanted = asked.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const known = name.toLocaleLowerCase();
    return known.startsWith(wanted) || known.includes(` ${wanted}`);
  });
}
