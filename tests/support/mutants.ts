// Frames no client would send, drawn from a seed: honest ones with something changed, and noise.
// It knows bytes, never what they mean to the server.
import * as encoding from 'lib0/encoding';
import { syncFrame, syncStep2, syncUpdate } from '#shared/protocol.ts';
import type { Chance } from './chance.ts';

/** What an attacker has to work with: updates of its own and what it heard of others. */
export interface Corpus {
  updates: readonly Uint8Array[];
  frames: readonly Uint8Array[];
}

export function mutant({ updates, frames }: Corpus, random: Chance): Uint8Array {
  const drawn = random.below(100);
  if (drawn < 10) return noise(random);
  if (drawn < 30) return mutate(random.pick(frames), random);
  const update = drawn < 45 ? spliced(updates, random) : random.pick(updates);
  const changed = drawn < 40 ? update : mutate(update, random);
  return syncFrame(random.pick([syncStep2, syncUpdate]), changed);
}

function noise(random: Chance): Uint8Array {
  const bytes = Uint8Array.from({ length: random.below(40) }, () => random.below(256));
  if (bytes.length > 0 && random.below(2) === 0) bytes[0] = random.pick([0, 1, 2, 3, 102]);
  return bytes;
}

/** The head of one and the tail of another. */
function spliced(updates: readonly Uint8Array[], random: Chance): Uint8Array {
  const [head, tail] = [random.pick(updates), random.pick(updates)];
  return joined(
    head.subarray(0, random.below(head.length + 1)),
    tail.subarray(random.below(tail.length + 1)),
  );
}

function mutate(bytes: Uint8Array, random: Chance): Uint8Array {
  let changed = bytes;
  for (let n = 1 + random.below(3); n > 0; n--) changed = random.pick(mutations)(changed, random);
  return changed;
}

type Mutation = (bytes: Uint8Array, random: Chance) => Uint8Array;

const mutations: Mutation[] = [flipBit, swap, cut, repeat, writeNumber, writeNumber];

function flipBit(bytes: Uint8Array, random: Chance): Uint8Array {
  const at = random.below(bytes.length);
  return bytes.map((byte, i) => (i === at ? byte ^ (1 << random.below(8)) : byte));
}

function swap(bytes: Uint8Array, random: Chance): Uint8Array {
  const [one, other] = [random.below(bytes.length), random.below(bytes.length)];
  return bytes.map((byte, i) => (i === one ? bytes[other] : i === other ? bytes[one] : byte) ?? 0);
}

function cut(bytes: Uint8Array, random: Chance): Uint8Array {
  return bytes.subarray(0, random.below(bytes.length + 1));
}

/** A run of bytes stands there twice. */
function repeat(bytes: Uint8Array, random: Chance): Uint8Array {
  const from = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + random.below(12));
  return joined(bytes.subarray(0, to), bytes.subarray(from));
}

/** Clocks, lengths and client ids are numbers of this form; one byte gives way to another number. */
function writeNumber(bytes: Uint8Array, random: Chance): Uint8Array {
  const at = random.below(bytes.length + 1);
  const number = random.pick([0, 1, 2, 127, 128, 255, 65_536, 2 ** 31, 2 ** 32, 2 ** 53 - 1]);
  const written = encoding.encode((to) => encoding.writeVarUint(to, number));
  return joined(bytes.subarray(0, at), joined(written, bytes.subarray(at + 1)));
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}
