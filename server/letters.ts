// Letters about what was told: several things in a row become one, what its reader has in front of
// them becomes none, and only a confirmed address gets any. A letter holds no word of a draft or of
// a comment; a way in is put into it at the door and kept nowhere.
import {
  choicesOf,
  type InboxEntry,
  readersWithMailDue,
  settleMail,
  waitingForMail,
} from '#db/inbox.ts';
import type { NoticeRow } from '#db/notices.ts';
import type { Tx } from '#db/open.ts';
import { type PersonRow, personById } from '#db/people.ts';
import { isPlaceholder } from '#shared/account.ts';
import { defaultChoices, isLetterDue, kinds, type TellingKind } from '#shared/telling.ts';
import { telling } from '#shared/words/telling.ts';
import { makeLink } from './auth/links.ts';
import { pageUrl } from './auth/visitor.ts';
import { stillSeen } from './inbox.ts';
import { together, type ToldRow, toldRows } from './inbox-rows.ts';
import type { Finish } from './mail.ts';
import { stopToken } from './quiet.ts';
import type { Services } from './services.ts';

/** Writes the letters that are due at this moment; the queue of server/mail hands them over. */
export async function writeLetters(s: Services): Promise<void> {
  for (const userId of await readersWithMailDue(s.db, s.now())) {
    await s.db.transaction((tx) => writeTo(s, tx, userId));
  }
}

async function writeTo(s: Services, tx: Tx, userId: string): Promise<void> {
  const waiting = await waitingForMail(tx, userId);
  const person = await personById(tx, userId);
  if (!person || !s.mail.sends || !mayBeMailed(person)) return settle(tx, waiting);
  const wanted = (await stillSeen(tx, waiting)).filter((row) => !isInFront(s, row));
  await settle(
    tx,
    waiting.filter((row) => !wanted.includes(row)),
  );
  // The bell rings in front of whoever is here; once they are gone, what they did not read is mailed.
  if (s.looking.isHere(userId)) return;
  for (const rows of byWorkspace(wanted)) {
    if (!isLetterDue(rows, s.now())) continue;
    await write(s, tx, person, rows);
    await settle(tx, rows);
  }
}

const settle = (tx: Tx, rows: InboxEntry[]) =>
  settleMail(
    tx,
    rows.map(({ id }) => id),
  );

const mayBeMailed = ({ email, emailVerified }: PersonRow): boolean =>
  emailVerified && !isPlaceholder(email);

/** They have the very post open: they see it happen. */
const isInFront = ({ looking }: Services, { userId, draftId }: InboxEntry): boolean =>
  draftId !== null && looking.isAt(userId, `/posts/${draftId}`);

/** The outbox belongs to a workspace: what one brand's owner may read says nothing of another's. */
function byWorkspace(rows: InboxEntry[]): InboxEntry[][] {
  return together(rows, ({ workspaceId }) => workspaceId);
}

async function write(s: Services, tx: Tx, person: PersonRow, rows: InboxEntry[]): Promise<void> {
  const { id: userId, locale, calendar } = person;
  const told = await toldRows(tx, { userId, locale, calendar }, rows);
  const places = placesOf(told);
  const [first] = places;
  if (!first) return;
  const w = telling[locale];
  const paragraphs = places.map((place) => paragraph(s, person, place));
  const why = w.whyLetter({ url: pageUrl(s, '/me/telling') });
  const choices = (await choicesOf(tx, userId)) ?? defaultChoices(person.kind);
  await s.mail.notify(tx, {
    workspaceId: first[0].workspaceId,
    toUserId: userId,
    subject: subjectOf(told, locale),
    body: [w.hello({ name: person.name }), ...paragraphs, why].join('\n\n'),
    signInTo: choices.signsIn ? first[0].to : null,
    isTelling: true,
  });
}

type PlaceRows = [ToldRow, ...ToldRow[]];

/** A place's rows together, and first the place where something waits for the reader. */
function placesOf(told: ToldRow[]): PlaceRows[] {
  const places = together(told, ({ place }) => place) as PlaceRows[];
  const waits = (rows: PlaceRows) =>
    rows.some(({ kind }) => kinds[kind as TellingKind] === 'waits') ? 0 : 1;
  return places.sort((a, b) => waits(a) - waits(b));
}

function paragraph(s: Services, { locale }: PersonRow, rows: PlaceRows): string {
  const [first] = rows;
  const lines = rows.flatMap(({ sentence, note }) => [`• ${sentence}`, ...(note ? [note] : [])]);
  // The newest of several is where one goes on.
  const url = pageUrl(s, first.to);
  return [`${first.title} (${first.brand})`, ...lines, telling[locale].open({ url })].join('\n');
}

function subjectOf(told: ToldRow[], locale: PersonRow['locale']): string {
  const [first] = told;
  if (!first) return '';
  if (told.length === 1) return `${first.title}: ${first.sentence}`;
  return telling[locale].letterMany({ count: told.length, brand: first.brand });
}

const signsInForMs = 24 * 60 * 60_000;

/** At the door: the way in for a confirmed address, and how to stop letters like this. */
export async function finishLetter(s: Services, row: NoticeRow): ReturnType<Finish> {
  const { toUserId, body, isTelling } = row;
  if (!toUserId || !isTelling) return { text: body };
  const stop = pageUrl(s, `/quiet/${stopToken(s, toUserId)}`);
  const headers = {
    'List-Unsubscribe': `<${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return { text: await withWayIn(s, row, toUserId), headers };
}

async function withWayIn(s: Services, row: NoticeRow, userId: string): Promise<string> {
  const { body, signInTo: path, toEmail } = row;
  const person = path === null ? null : await personById(s.db, userId);
  // An address that was changed since has no business with this account.
  if (!person || path === null || !mayBeMailed(person) || person.email !== toEmail) return body;
  const target = { purpose: 'sign-in', userId, path, lifetimeMs: signsInForMs } as const;
  const url = await makeLink(s, s.db, target);
  return body.replace(pageUrl(s, path), () => `${url}\n${telling[person.locale].signsInNote}`);
}
