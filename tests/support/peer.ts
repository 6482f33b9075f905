// A client of the simulation: it speaks as the stock provider does, over a virtual socket that
// delivers when told to, and writes paragraphs as an editor would. It keeps nothing it was refused:
// who loses a right starts from an empty copy, as our pages do.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Session, Wire } from '#server/sync/session.ts';
import type { DocumentName } from '#shared/ids.ts';
import {
  awarenessFrame,
  barrierFrame,
  syncFrame,
  syncStep1,
  syncStep2,
  syncUpdate,
} from '#shared/protocol.ts';
import type { Chance } from './chance.ts';
import { type Engine, type Heard, type Person, readHeard } from './engine.ts';
import { type Part, partOf, partOfUpdate } from './part.ts';

type Link =
  | { state: 'away' }
  | { state: 'joining'; token: string }
  | { state: 'open'; session: Session; inbox: Heard[]; outbox: Uint8Array[] };

export interface PeerOptions {
  person: Person;
  document: DocumentName;
  /** Told at once of everything that was delivered or acknowledged: it must be on disk. */
  onPromise(part: Part): void;
  /** The client id of each copy it starts. */
  nextClientId(): number;
  onClosed(code: number): void;
}

const remote = Symbol('remote');
const words = ['a', 'ข้อ', '🌸', 'word ', 'long '.repeat(9)];
const maxParagraphs = 30;

export class Peer {
  readonly person: Person;
  readonly document: DocumentName;
  doc: Y.Doc;
  #link: Link = { state: 'away' };
  #right: 'write' | 'read' = 'read';
  /** What each barrier asks for. */
  readonly #asked = new Map<number, Part>();
  #barriers = 0;
  readonly #options: PeerOptions;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.person = options.person;
    this.document = options.document;
    this.doc = this.#emptyCopy();
  }

  get isAway(): boolean {
    return this.#link.state === 'away';
  }

  /** Whether nothing is on its way between it and the server. */
  get isIdle(): boolean {
    const link = this.#link;
    return link.state === 'open' && link.inbox.length === 0 && link.outbox.length === 0;
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment('body');
  }

  #emptyCopy(): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = this.#options.nextClientId();
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === remote || this.#link.state !== 'open') return;
      this.#link.outbox.push(syncFrame(syncUpdate, update));
    });
    return doc;
  }

  #startAnew(): void {
    this.doc.destroy();
    this.doc = this.#emptyCopy();
  }

  async connect({ access, hub }: Engine): Promise<void> {
    const token = randomUUID();
    this.#link = { state: 'joining', token };
    const identity = { userId: this.person, sessionId: token, via: 'token' as const };
    const ticket = await access.authorise(identity, this.document);
    if ('refused' in ticket) {
      this.#link = { state: 'away' };
      return this.#startAnew();
    }
    const inbox: Heard[] = [];
    const wire = this.#wire(inbox);
    const session = await hub.join({ identity, ticket, document: this.document, wire });
    if (this.#link.state !== 'joining' || this.#link.token !== token) {
      if (session) hub.leave(session);
      return;
    }
    if (!session) return void (this.#link = { state: 'away' });
    if (ticket.right === 'read' && this.#right === 'write') this.#startAnew();
    this.#right = ticket.right;
    this.#asked.clear();
    const outbox = [
      syncFrame(syncStep1, Y.encodeStateVector(this.doc)),
      awarenessFrame([{ clientId: this.doc.clientID, clock: 1, state: { cursor: 0 } }]),
    ];
    this.#link = { state: 'open', session, inbox, outbox };
  }

  #wire(inbox: Heard[]): Wire {
    return {
      waitingBytes: 0,
      send: (frame) => {
        const heard = readHeard(frame);
        inbox.push(heard);
        this.#notePromise(heard);
      },
      close: (code) => {
        this.#options.onClosed(code);
        if (this.#link.state === 'open' && this.#link.inbox === inbox) this.cut();
      },
    };
  }

  #notePromise(heard: Heard): void {
    if (heard.type === 'step-2' || heard.type === 'update') {
      this.#options.onPromise(partOfUpdate(heard.update));
    } else if (heard.type === 'barrier' && heard.refusal === null) {
      const asked = this.#asked.get(heard.n);
      if (asked) this.#options.onPromise(asked);
    }
  }

  /** The socket is gone, and what was on its way. */
  cut(): void {
    this.#link = { state: 'away' };
  }

  disconnect({ hub }: Engine): void {
    if (this.#link.state === 'open') hub.leave(this.#link.session);
    this.cut();
  }

  /** Up to `count` frames each way. */
  deliver(count: number): void {
    if (this.#link.state !== 'open') return;
    const { session, inbox, outbox } = this.#link;
    for (const frame of outbox.splice(0, count)) session.receive(frame);
    for (const heard of inbox.splice(0, count)) this.#hear(heard, outbox);
  }

  #hear(heard: Heard, outbox: Uint8Array[]): void {
    if (heard.type === 'step-1') {
      outbox.push(syncFrame(syncStep2, Y.encodeStateAsUpdate(this.doc, heard.stateVector)));
    } else if (heard.type === 'step-2' || heard.type === 'update') {
      Y.applyUpdate(this.doc, heard.update, remote);
    }
  }

  ask(): void {
    if (this.#link.state !== 'open' || this.#right !== 'write') return;
    const n = ++this.#barriers;
    this.#asked.set(n, partOf(this.doc));
    this.#link.outbox.push(barrierFrame(n));
  }

  /** One change of an editor; a reader's is locked. */
  edit(random: Chance): void {
    if (this.#right !== 'write') return;
    const drawn = random.below(100);
    this.doc.transact(() => {
      if (this.body.length === 0 || drawn < 5) this.#addParagraph(random);
      else if (this.body.length > maxParagraphs) this.body.delete(random.below(maxParagraphs));
      else if (drawn < 55) this.#type(random);
      else if (drawn < 75) this.#delete(random);
      else if (drawn < 90) this.#split(random);
      else this.#mark(random);
    });
  }

  #addParagraph(random: Chance): void {
    this.body.insert(random.below(this.body.length + 1), [paragraph(random.pick(words))]);
  }

  #textAt(index: number): Y.XmlText {
    return (this.body.get(index) as Y.XmlElement).get(0) as Y.XmlText;
  }

  #type(random: Chance): void {
    const text = this.#textAt(random.below(this.body.length));
    text.insert(place(text, random), random.pick(words));
  }

  #delete(random: Chance): void {
    const index = random.below(this.body.length);
    const text = this.#textAt(index);
    if (text.length === 0) return this.body.delete(index);
    const ends = [place(text, random), place(text, random)];
    const from = Math.min(...ends);
    text.delete(from, Math.max(...ends) - from);
  }

  /** What stands behind the cut is deleted and written again in a new paragraph. */
  #split(random: Chance): void {
    const index = random.below(this.body.length);
    const text = this.#textAt(index);
    const at = place(text, random);
    const tail = lettersOf(text).slice(at);
    text.delete(at, text.length - at);
    this.body.insert(index + 1, [paragraph(tail)]);
  }

  #mark(random: Chance): void {
    const text = this.#textAt(random.below(this.body.length));
    const ends = [place(text, random), place(text, random)];
    const from = Math.min(...ends);
    text.format(from, Math.max(...ends) - from, { bold: random.pick([true, null]) });
  }
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function lettersOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
}

/** Between two characters: no editor cuts one in halves. */
function place(text: Y.XmlText, random: Chance): number {
  const at = random.below(text.length + 1);
  const code = lettersOf(text).charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
