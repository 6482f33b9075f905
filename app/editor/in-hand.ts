// What is being typed as a suggestion, before it is sent: told to the others with one's presence, and
// drawn where they see it. Nothing of it is kept: it goes with a rest, and with the connection.
import type { Awareness } from 'y-protocols/awareness';
import type { AnchorPart } from '#shared/anchors.ts';
import { fitInHand, type InHand } from '#shared/in-hand.ts';
import type { Side } from '#shared/roles.ts';

/** Presence moves at most this often for others, so more would only cost. */
const everyMs = 100;
/** What rests this long is not in hand any more: by then it was sent, or never will be as it is. */
const restMs = 3_000;

interface TellingOptions {
  /** One's changes as they stand; those that were sent are told only while they are followed up. */
  changes(): readonly { change: InHand; isSent: boolean }[];
  tell(changes: readonly InHand[]): void;
}

/** Tells what is in hand while it changes, and takes it back after a rest. */
export class Telling {
  readonly #options: TellingOptions;
  /** What was told, and when it last became something else; the newest last. */
  #told = new Map<string, { said: string; at: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  constructor(options: TellingOptions) {
    this.#options = options;
  }

  changed(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, everyMs);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#options.tell([]);
  }

  #look = (): void => {
    this.#isDue = false;
    const now = Date.now();
    const told = new Map(this.#told);
    const standing = new Map<string, InHand>();
    for (const { change, isSent } of this.#options.changes()) {
      const before = told.get(change.id);
      if (!before && isSent) continue;
      const said = JSON.stringify([change.text, change.span.quote]);
      if (before?.said !== said) {
        told.delete(change.id);
        told.set(change.id, { said, at: now });
      }
      standing.set(change.id, change);
    }
    this.#told = new Map([...told].filter(([id, { at }]) => standing.has(id) && now - at < restMs));
    const inHand = [...this.#told.keys()].map((id) => standing.get(id) as InHand);
    this.#options.tell(inHand);
    if (inHand.length > 0) this.#timer = setTimeout(this.#look, restMs);
  };
}

/** What is in hand in one part, as a field of one's presence; the same again is not sent. */
export function tellInHand(
  awareness: Awareness,
  part: AnchorPart,
  changes: readonly InHand[],
): void {
  const before = (awareness.getLocalState() as Shown | null)?.inHand ?? [];
  const elsewhere = before.filter(({ span }) => span.part !== part);
  const inHand = fitInHand([...elsewhere, ...changes]);
  if (JSON.stringify(before) !== JSON.stringify(inHand)) {
    awareness.setLocalStateField('inHand', inHand);
  }
}

export interface OthersInHand extends InHand {
  name: string;
  side: Side;
}

interface Shown {
  user?: { id?: string; name?: string; side?: Side };
  /** The server passes on nothing else under this name. */
  inHand?: readonly InHand[];
}

/** What others type; of one suggestion typed on two devices what came last. */
export function inHandOf(awareness: Awareness, self: string): OthersInHand[] {
  const cameAt = (clientId: number) => awareness.meta.get(clientId)?.lastUpdated ?? 0;
  const states = [...(awareness.getStates() as Map<number, Shown>)];
  const newest = new Map<string, OthersInHand>();
  for (const [, { user, inHand }] of states.sort(([a], [b]) => cameAt(a) - cameAt(b))) {
    // One's own stands in one's own text, on every device.
    if (!user?.name || !user.side || user.id === self) continue;
    const { name, side } = user;
    for (const one of inHand ?? []) newest.set(one.id, { ...one, name, side });
  }
  return [...newest.values()];
}

/** Calls back when it became something else. */
export function watchInHand(
  awareness: Awareness,
  self: string,
  onChange: (inHand: OthersInHand[]) => void,
): () => void {
  let said = '[]';
  const look = () => {
    const inHand = inHandOf(awareness, self);
    const now = JSON.stringify(inHand);
    if (now === said) return;
    said = now;
    onChange(inHand);
  };
  awareness.on('change', look);
  look();
  return () => awareness.off('change', look);
}
