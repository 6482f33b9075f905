// A creator's open page without a browser: its document, its undo and its connection to the real hub,
// which can be lost and found again. What its person writes is kept beside it, for whoever counts.
import { Transform } from '@tiptap/pm/transform';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { createAccess } from '#server/access.ts';
import type { Session } from '#server/sync/session.ts';
import { linearText } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import { keepOrigins, type Run, textRuns } from '#shared/origins.ts';
import { placesOf } from '#shared/places.ts';
import { barrierFrame, syncFrame, syncStep1, syncStep2, syncUpdate } from '#shared/protocol.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { readHeard } from './engine.ts';
import type { PostHouse } from './post-house.ts';

/** The house closes at the end of a test, and nothing else ends a page. */
const fails = (code: number, reason: string): void => {
  if (code !== 1012) throw new Error(`closed with ${code} ${reason}`);
};

export class CreatorPage {
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  /** Every update that its person's own edits made. */
  readonly written: Uint8Array[] = [];
  readonly #house: PostHouse;
  readonly #draftId: string;
  #session: Session | null = null;
  #barriers = 0;
  readonly #waiting = new Map<number, () => void>();

  constructor(house: PostHouse, draftId: string) {
    this.#house = house;
    this.#draftId = draftId;
    keepOrigins(this.doc);
    const trackedOrigins = new Set<unknown>(['edit', 'accepted']);
    this.undo = new Y.UndoManager(this.doc.getXmlFragment('caption'), { trackedOrigins });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      if (origin !== 'accepted') this.written.push(update);
      this.#session?.receive(syncFrame(syncUpdate, update));
    });
  }

  get isOnline(): boolean {
    return this.#session !== null;
  }

  async join(): Promise<void> {
    const { s, mali } = this.#house;
    const document = draftDocument(this.#draftId);
    const identity = { userId: mali.userId, sessionId: mali.sessionId, via: 'cookie' as const };
    const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
    const ticket = await access.authorise(identity, document);
    if ('refused' in ticket) throw new Error(ticket.refused);
    const wire = { waitingBytes: 0, send: (frame: Uint8Array) => this.#hear(frame), close: fails };
    this.#session = await s.hub.join({ identity, ticket, document, wire });
    this.#session?.receive(syncFrame(syncStep1, Y.encodeStateVector(this.doc)));
    await this.settled();
  }

  /** Loses the line: what is written from now on waits on this device. */
  leave(): void {
    if (this.#session) this.#house.s.hub.leave(this.#session);
    this.#session = null;
  }

  #hear(frame: Uint8Array): void {
    // What was on its way when the line was lost is lost with it.
    if (!this.#session && this.#barriers > 0 && readHeard(frame).type === 'update') return;
    const heard = readHeard(frame);
    if (heard.type === 'update' || heard.type === 'step-2')
      Y.applyUpdate(this.doc, heard.update, this);
    if (heard.type === 'step-1') {
      const missing = Y.encodeStateAsUpdate(this.doc, heard.stateVector);
      this.#session?.receive(syncFrame(syncStep2, missing));
    }
    if (heard.type === 'barrier') this.#waiting.get(heard.n)?.();
  }

  /** When everything written here is on disk, and what others wrote before is here; at once offline. */
  settled(): Promise<void> {
    if (!this.#session) return Promise.resolve();
    const n = ++this.#barriers;
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      this.#session?.receive(barrierFrame(n));
    });
  }

  get text(): string {
    return linearText(this.doc, 'caption').text;
  }

  get runs(): Run[] {
    return textRuns(this.doc, this.doc.getXmlFragment('caption'));
  }

  /** One edit as an editor makes it; `at` finds the place of an index of the text. */
  edit(change: (tr: Transform, at: (index: number) => number) => void): void {
    const fragment = this.doc.getXmlFragment('caption');
    this.doc.transact(() => {
      const before = yXmlFragmentToProseMirrorRootNode(fragment, schemaOf.caption);
      const tr = new Transform(before);
      change(tr, (index) => placesOf(before).position(index) ?? 1);
      updateYFragment(this.doc, fragment, tr.doc, { mapping: new Map(), isOMark: new Map() });
    }, 'edit');
  }

  put(at: number, text: string): void {
    this.edit((tr, place) => tr.insert(place(at), schemaOf.caption.text(text)));
  }

  cut({ from, to }: { from: number; to: number }): string {
    const text = this.text.slice(from, to);
    if (text !== '') this.edit((tr, place) => tr.delete(place(from), place(to)));
    return text;
  }
}
