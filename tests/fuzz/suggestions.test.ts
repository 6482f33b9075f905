// What two people may do to one post in any order: the creator writes, undoes, cuts, pastes, restores
// and answers, on two devices; the brand suggests. On the real house, with its disk.
import { fromBase64 } from 'lib0/buffer';
import { yXmlFragmentToProseMirrorRootNode, updateYFragment } from '@tiptap/y-tiptap';
import { Transform } from '@tiptap/pm/transform';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentClient } from '#db/schema.ts';
import { createAccess } from '#server/access.ts';
import { openDoor } from '#server/commands/drafts.ts';
import { acceptSuggestions, keepSuggestions, suggest } from '#server/commands/suggestions.ts';
import { post } from '#server/views/drafts.ts';
import type { Session } from '#server/sync/session.ts';
import { linearText } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import { asBroughtBack, asPasted, keepOrigins, type Run, textRuns } from '#shared/origins.ts';
import { placesOf } from '#shared/places.ts';
import { readParts } from '#shared/parts.ts';
import { barrierFrame, syncFrame, syncStep1, syncUpdate } from '#shared/protocol.ts';
import { restoreParts } from '#shared/restore.ts';
import { normalForm } from '#shared/content-id.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { resolveSpan } from '#shared/spans.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import { readHeard } from '#tests/support/engine.ts';
import { openPostHouse, type PostHouse, value, write } from '#tests/support/post-house.ts';
import { suggestion } from '#tests/support/suggesting.ts';

/** A creator's open page: its document, its undo and its socket. */
class Page {
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  #session: Session | null = null;
  #barriers = 0;
  readonly #waiting = new Map<number, () => void>();

  constructor() {
    keepOrigins(this.doc);
    const tracked = new Set<unknown>(['edit', 'accepted']);
    this.undo = new Y.UndoManager(this.doc.getXmlFragment('caption'), { trackedOrigins: tracked });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#session?.receive(syncFrame(syncUpdate, update));
    });
  }

  async join({ s, mali }: PostHouse, draftId: string): Promise<void> {
    const document = draftDocument(draftId);
    const identity = { userId: mali.userId, sessionId: mali.sessionId, via: 'cookie' as const };
    const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
    const ticket = await access.authorise(identity, document);
    if ('refused' in ticket) throw new Error(ticket.refused);
    const wire = { waitingBytes: 0, send: (frame: Uint8Array) => this.#hear(frame), close: fails };
    this.#session = await s.hub.join({ identity, ticket, document, wire });
    this.#session?.receive(syncFrame(syncStep1, Y.encodeStateVector(this.doc)));
    await this.settled();
  }

  #hear(frame: Uint8Array): void {
    const heard = readHeard(frame);
    if (heard.type === 'update' || heard.type === 'step-2')
      Y.applyUpdate(this.doc, heard.update, this);
    if (heard.type === 'step-1') {
      this.#session?.receive(syncFrame(1, Y.encodeStateAsUpdate(this.doc, heard.stateVector)));
    }
    if (heard.type === 'barrier') this.#waiting.get(heard.n)?.();
  }

  /** When everything written here is on disk, and what others wrote before is here. */
  settled(): Promise<void> {
    const n = ++this.#barriers;
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      this.#session?.receive(barrierFrame(n));
    });
  }

  get text(): string {
    return linearText(this.doc, 'caption').text;
  }

  edit(change: (tr: Transform, at: (index: number) => number) => void): void {
    const fragment = this.doc.getXmlFragment('caption');
    this.doc.transact(() => {
      const before = yXmlFragmentToProseMirrorRootNode(fragment, schemaOf.caption);
      const tr = new Transform(before);
      change(tr, (index) => placesOf(before).position(index) ?? 1);
      updateYFragment(this.doc, fragment, tr.doc, { mapping: new Map(), isOMark: new Map() });
    }, 'edit');
  }
}

/** The house closes at the end, and nothing else ends a page. */
const fails = (code: number, reason: string): void => {
  if (code !== 1012) throw new Error(`closed with ${code} ${reason}`);
};
const word = (luck: Chance, letters: string): string =>
  Array.from({ length: 3 + luck.below(4) }, () => luck.pick([...letters])).join('');
const creators = 'abcdefghijklmnopqrstuvwxyz';
const outsiders = '0123456789';
/** Of the brand, and no two alike. */
const brandWord = (n: number): string =>
  `B${[...n.toString(26)].map((one) => String.fromCharCode(65 + Number.parseInt(one, 26))).join('')}X`;

/** Two places in one paragraph, in order. */
function stretchIn(page: Page, luck: Chance): { from: number; to: number } {
  const lines = page.text.split('\n');
  const line = luck.below(lines.length);
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const [a, b] = [0, 0].map(() => luck.below((lines[line] as string).length + 1));
  return { from: start + Math.min(a!, b!), to: start + Math.max(a!, b!) };
}

function put(page: Page, at: number, text: string): void {
  page.edit((tr, place) => tr.insert(place(at), schemaOf.caption.text(text)));
}

function cut(page: Page, { from, to }: { from: number; to: number }): string {
  const text = page.text.slice(from, to);
  if (text !== '') page.edit((tr, place) => tr.delete(place(from), place(to)));
  return text;
}

interface Play {
  house: PostHouse;
  draftId: string;
  pages: readonly [Page, Page];
  luck: Chance;
  /** What was said at some moment, with where its words came from. */
  kept: { form: ReturnType<typeof normalForm>; runs: Run[] }[];
  made: { id: string; word: string }[];
}

const moves: Record<string, (play: Play, page: Page) => Promise<void> | void> = {
  type: ({ luck }, page) => put(page, stretchIn(page, luck).from, word(luck, creators)),
  takeOut: ({ luck }, page) => void cut(page, stretchIn(page, luck)),
  split: ({ luck }, page) => page.edit((tr, place) => tr.split(place(stretchIn(page, luck).from))),
  cutAndPaste({ luck }, page) {
    const text = cut(page, stretchIn(page, luck));
    const { from } = stretchIn(page, luck);
    if (text !== '') asPasted(page.doc, () => put(page, from, text));
  },
  paste: ({ luck }, page) =>
    asPasted(page.doc, () => put(page, stretchIn(page, luck).from, word(luck, outsiders))),
  undo: (_play, page) => void page.undo.undo(),
  redo: (_play, page) => void page.undo.redo(),
  keepVersion({ kept }, page) {
    const runs = textRuns(page.doc, page.doc.getXmlFragment('caption'));
    kept.push({ form: normalForm(readParts(page.doc)), runs });
  },
  restore({ kept, luck }, page) {
    if (kept.length === 0) return;
    const { form, runs } = luck.pick(kept);
    asBroughtBack(page.doc, [runs], () => restoreParts(page.doc, form, () => 'made'));
  },
  async suggest({ house, draftId, luck, made, pages }) {
    await Promise.all(pages.map((page) => page.settled()));
    const by = brandWord(made.length);
    const input = suggestion(pages[0].doc, { ...stretchIn(pages[0], luck), by });
    const suggestionId = `suggestion${made.length}`;
    const place = { draftId };
    value(await suggest(house.s, house.ploy, { place, suggestionId, ...input }));
    made.push({ id: suggestionId, word: by });
  },
  accept: (play, page) => answer(play, [page]),
  acceptTwice: (play) => answer(play, play.pages),
  async keep({ house, made, luck }) {
    if (made.length === 0) return;
    const { id } = luck.pick(made);
    await keepSuggestions(house.s, house.mali, { suggestionIds: [id] });
  },
};

/** However many devices accept it: what is accepted stands once more than it did. */
async function answer(play: Play, pages: readonly Page[]): Promise<void> {
  const { house, made, luck } = play;
  if (made.length === 0) return;
  const { id, word: suggested } = luck.pick(made);
  await Promise.all(play.pages.map((page) => page.settled()));
  const before = occurrences(await onDisk(play), suggested);
  const done = await Promise.all(
    pages.map(async (page) => {
      const accepted = await acceptSuggestions(house.s, house.mali, { suggestionIds: [id] });
      if (!accepted.ok) return 0;
      for (const update of accepted.value.updates) {
        Y.applyUpdate(page.doc, fromBase64(update), 'accepted');
      }
      return 1;
    }),
  );
  const times = done.reduce<number>((sum, one) => sum + one, 0);
  expect(times).toBeLessThanOrEqual(1);
  expect(occurrences(await onDisk(play), suggested)).toBe(before + times);
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

async function onDisk({ house, draftId }: Play): Promise<string> {
  const text = await house.s.hub.read(
    draftDocument(draftId),
    (doc) => linearText(doc, 'caption').text,
  );
  return text ?? '';
}

/** Whose a run is, by the permanent table. */
async function ownersOf({ house, draftId }: Play): Promise<(run: Run) => string> {
  const rows = await house.s.db
    .select()
    .from(documentClient)
    .where(eq(documentClient.document, draftDocument(draftId)));
  const byClient = new Map(rows.map((row) => [row.clientId, row]));
  return ({ from }) => {
    if (typeof from !== 'number') return 'outside';
    const row = byClient.get(from);
    if (!row) throw new Error(`client ${from} is nobody's`);
    return row.suggestionId ? 'brand' : 'creator';
  };
}

const letters: Record<string, RegExp> = {
  brand: /^[A-Z]*$/,
  creator: /^[a-z ]*$/,
  outside: /^[0-9]*$/,
};

test.each(Array.from({ length: 20 }, (_, i) => i + 1))(
  'whatever two people do to a post, each word stays whose it was (seed %i)',
  async (seed) => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'first words of the creator' });
    value(await openDoor(house.s, house.mali, { draftId }));
    const pages = [new Page(), new Page()] as const;
    for (const page of pages) await page.join(house, draftId);
    const luck = chance(seed);
    const play: Play = { house, draftId, pages, luck, kept: [], made: [] };

    for (let step = 0; step < 40; step += 1) {
      const page = luck.pick(pages);
      await moves[luck.pick(Object.keys(moves))]!(play, page);
      if (luck.below(3) === 0) await page.settled();
    }

    for (const page of pages) await page.settled();
    for (const page of pages) await page.settled();
    const text = await onDisk(play);
    for (const page of pages) expect(page.text).toBe(text);
    const ownerOf = await ownersOf(play);
    const runs = textRuns(pages[0].doc, pages[0].doc.getXmlFragment('caption'));
    expect(runs.map((run) => run.text).join('')).toBe(text.replaceAll('\n', ''));
    for (const run of runs) {
      expect({ owner: ownerOf(run), text: run.text }).toEqual({
        owner: ownerOf(run),
        text: expect.stringMatching(letters[ownerOf(run)] as RegExp),
      });
    }
    const page = value(await post(house.s, house.mali, { draftId }));
    const rows = page.door === 'closed' ? [] : page.suggestions;
    for (const { span } of rows) {
      const place = resolveSpan(pages[0].doc, span);
      const [from, to] = place.state === 'gone' ? [0, 0] : [place.from, place.to];
      expect(from >= 0 && from <= to && to <= text.length).toBe(true);
    }
  },
);
