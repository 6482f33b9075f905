// Where a draft carries which talking point: read from its marks, with what the brand said about them.
// A mark belongs to the words under it and dies with them; what the brand said belongs to exactly the
// words it saw. It must not know an editor, and it never decides whether something may be sent.
import { encodeUtf8 } from 'lib0/string';
import type { TextAnchor } from './anchors.ts';
import type { Block, BlockMark } from './blocks.ts';
import type { Sha256 } from './content-id.ts';
import { type Parts, type TextPart, textParts } from './parts.ts';

/** Places count as in shared/anchors: a line break between paragraphs and for each hard break. */
export interface Passage {
  part: TextPart;
  from: number;
  to: number;
  words: string;
}

export interface CoveredPassage extends Passage {
  pointId: string;
}

/** Every marked passage; runs that touch are one, also over a line break. */
export function coveredPassages(parts: Parts): CoveredPassage[] {
  return textParts.flatMap((part) => {
    const found: CoveredPassage[] = [];
    const { runs, text } = linearRuns(parts[part]);
    for (const { at, length, points } of runs) {
      for (const pointId of points) {
        const before = found.filter((one) => one.pointId === pointId).at(-1);
        if (before && text.slice(before.to, at).trim() === '') before.to = at + length;
        else found.push({ pointId, part, from: at, to: at + length, words: '' });
      }
    }
    return found.map((one) => ({ ...one, words: text.slice(one.from, one.to) }));
  });
}

/** Words that hold only as they are: `exact` by point. White space between them is free. */
export function exactPassages(parts: Parts, exact: ReadonlyMap<string, string>): CoveredPassage[] {
  return textParts.flatMap((part) => {
    const { text } = linearRuns(parts[part]);
    return [...exact].flatMap(([pointId, said]) =>
      Array.from(text.matchAll(wordForWord(said)), ({ index: from, 0: words }) => ({
        pointId,
        part,
        from,
        to: from + words.length,
        words,
      })),
    );
  });
}

function wordForWord(said: string): RegExp {
  const words = said.trim().split(/\s+/u);
  const escaped = words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'gu');
}

interface Run {
  at: number;
  length: number;
  points: string[];
}

function linearRuns(blocks: readonly Block[]): { runs: Run[]; text: string } {
  const runs: Run[] = [];
  let text = '';
  let paragraphs = 0;
  const walk = (block: Block): void => {
    if (block.type === 'paragraph') {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
    }
    if (block.type === 'hardBreak') text += '\n';
    if (block.text !== undefined) {
      const { length } = block.text;
      runs.push({ at: text.length, length, points: pointsOf(block.marks ?? []) });
      text += block.text;
    }
    for (const child of block.content ?? []) walk(child);
  };
  for (const block of blocks) walk(block);
  return { runs, text };
}

/** A mark without a point's id, as a stranger may write one, marks nothing. */
const pointsOf = (marks: readonly BlockMark[]): string[] => [
  ...new Set(
    marks.flatMap(({ type, attrs }) => {
      const id = attrs?.['pointId'];
      return type === 'coverage' && typeof id === 'string' ? [id] : [];
    }),
  ),
];

/** What the brand's word is bound to: the words without their line breaks, as anchors quote them. */
export function passageHash(words: string, sha256: Sha256): string {
  const bytes = sha256(encodeUtf8(words.replaceAll('\n', '')));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const verdicts = ['confirmed', 'questioned'] as const;
export type Verdict = (typeof verdicts)[number];

/** The brand's last word on one point of one draft. */
export interface Judgement {
  pointId: string;
  verdict: Verdict;
  /** passageHash of the words that were judged. */
  hash: string;
  anchor: TextAnchor;
  name: string;
}

/** A place the page or the brand proposes; `name` is who of the brand, null for the page. */
export interface Proposal extends Passage {
  evidence: string[];
  name: string | null;
}

export type PointState =
  | {
      state: 'in-text';
      passages: CoveredPassage[];
      /** Holds for these words; `changed`: the brand agreed to others, and should look again. */
      brand: { kind: 'none' } | { kind: 'agrees' | 'asks' | 'changed'; name: string };
    }
  | { state: 'maybe'; proposal: Proposal }
  | { state: 'not-yet' };

export interface CoverageFacts {
  pointIds: readonly string[];
  passages: readonly CoveredPassage[];
  judgements: readonly Judgement[];
  /** What the page found, by point. */
  hints: ReadonlyMap<string, Proposal>;
  /** Where judged words stand now, null when they are gone or different. */
  locate(anchor: TextAnchor): Passage | null;
  sha256: Sha256;
}

export function pointStates(facts: CoverageFacts): Map<string, PointState> {
  return new Map(facts.pointIds.map((pointId) => [pointId, stateOf(pointId, facts)]));
}

function stateOf(pointId: string, facts: CoverageFacts): PointState {
  const passages = facts.passages.filter((one) => one.pointId === pointId);
  const judgement = facts.judgements.find((one) => one.pointId === pointId) ?? null;
  if (passages.length > 0) {
    return { state: 'in-text', passages, brand: brandWord(passages, judgement, facts.sha256) };
  }
  const proposal = proposalOf(judgement, facts) ?? facts.hints.get(pointId);
  return proposal ? { state: 'maybe', proposal } : { state: 'not-yet' };
}

function brandWord(
  passages: readonly Passage[],
  judgement: Judgement | null,
  sha256: Sha256,
): Extract<PointState, { state: 'in-text' }>['brand'] {
  if (!judgement) return { kind: 'none' };
  const { verdict, hash, name } = judgement;
  const holds = passages.some(({ words }) => passageHash(words, sha256) === hash);
  if (holds) return { kind: verdict === 'confirmed' ? 'agrees' : 'asks', name };
  // A question about words that are gone was answered by changing them.
  return verdict === 'confirmed' ? { kind: 'changed', name } : { kind: 'none' };
}

/** What the brand confirmed and the creator's editor has not marked yet. */
function proposalOf(judgement: Judgement | null, { locate }: CoverageFacts): Proposal | null {
  if (judgement?.verdict !== 'confirmed') return null;
  const passage = locate(judgement.anchor);
  return passage && { ...passage, evidence: [], name: judgement.name };
}
