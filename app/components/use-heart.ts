// Which talking point stands where on this page: marks of the text, the brand's word, and what the
// page itself found; and the creator's editors, through which marks are made.
import { digest } from 'lib0/hash/sha256';
import { useEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { type LiveEditor, markPassage, unmarkPoint } from '#app/editor/coverage.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import { type AnchorPart, anchorOf, resolveAnchor, type TextAnchor } from '#shared/anchors.ts';
import {
  type CoveredPassage,
  coveredPassages,
  exactPassages,
  type Passage,
  type PointState,
  pointStates,
  type Proposal,
} from '#shared/coverage.ts';
import { type Parts, partText, type TextPart } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { usePostAction } from './post-action.ts';
import { textIn } from './post-guidelines.tsx';
import { useHints } from './use-hints.ts';

export interface Heart {
  states: ReadonlyMap<string, PointState>;
  /** Points that are in the text. */
  found: number;
  pointIds: readonly string[];
  /** Points that stand word for word or not at all, with their words. */
  exact: ReadonlyMap<string, string>;
  /** Where the words of such a point would go: the end of the text. */
  placeOf(pointId: string): { part: TextPart; at: number; text: string } | null;
  /** The creator has the text open for writing. */
  canMark: boolean;
  /** False when the words are no longer there. */
  mark(pointId: string, passage: Passage | TextAnchor): boolean;
  unmark(pointId: string): void;
  judge(pointId: string, verdict: 'confirmed' | 'questioned', passage: Passage): void;
  takeBack(pointId: string): void;
  onEditor(part: AnchorPart, editor: LiveEditor | null): void;
  anchor(passage: Passage): TextAnchor | null;
}

interface HeartInput {
  page: OpenPost;
  actor: string;
  doc: Y.Doc | null;
  parts: Parts | null;
  canEdit: boolean;
}

export function useHeart({ page, actor, doc, parts, canEdit }: HeartInput): Heart {
  const editors = useRef(new Map<AnchorPart, LiveEditor>());
  const [ready, setReady] = useState(0);
  const judging = usePostAction(actor, 'coverage-judge');
  const clearing = usePostAction(actor, 'coverage-clear');
  const points = page.guidelines?.structure.points;
  const pointIds = useMemo(() => (points ?? []).map(({ id }) => id), [points]);
  const exact = useMemo(() => exactWords(page), [page]);
  const hints = useHints(page, parts);
  const { judgements } = page;

  const states = useMemo(() => {
    if (!doc || !parts) return new Map<string, PointState>();
    const marked = coveredPassages(parts).filter(({ pointId }) => !exact.has(pointId));
    const passages: CoveredPassage[] = [...marked, ...exactPassages(parts, exact)];
    const locate = (anchor: TextAnchor) => locateIn(doc, anchor);
    const facts = { pointIds, passages, judgements, locate, sha256: digest };
    return pointStates({ ...facts, hints: stillThere(hints, parts) });
  }, [doc, parts, pointIds, exact, judgements, hints]);

  function mark(pointId: string, place: Passage | TextAnchor, undoable = true): boolean {
    const passage = 'kind' in place ? doc && locateIn(doc, place) : place;
    const editor = passage && editors.current.get(passage.part);
    return Boolean(passage && editor && markPassage(editor, passage, { pointId, undoable }));
  }

  // What the brand confirmed becomes a mark as soon as the creator's editor is there: once, so that
  // undoing it or taking it off is the creator's last word.
  const saidOf = (pointId: string) =>
    `${pointId} ${judgements.find((one) => one.pointId === pointId)?.hash}`;
  const carriedOut = useRef(new Set<string>());
  useEffect(() => {
    if (!canEdit || ready === 0) return;
    for (const [pointId, state] of states) {
      if (state.state !== 'maybe' || state.proposal.name === null) continue;
      const said = saidOf(pointId);
      if (carriedOut.current.has(said)) continue;
      if (mark(pointId, state.proposal, false)) carriedOut.current.add(said);
    }
  });

  const anchor = ({ part, from, to }: Passage) => doc && anchorOf(doc, { part, from, to });
  return {
    states,
    found: [...states.values()].filter(({ state }) => state === 'in-text').length,
    pointIds,
    exact,
    placeOf(pointId) {
      const said = exact.get(pointId);
      const part = textPartsOf(page)[0];
      if (!parts || !part || said === undefined) return null;
      const text = partText(parts, part);
      return { part, at: text.length, text: text === '' || /\s$/u.test(text) ? said : ` ${said}` };
    },
    canMark: canEdit,
    mark,
    unmark(pointId) {
      carriedOut.current.add(saidOf(pointId));
      for (const editor of editors.current.values()) unmarkPoint(editor, pointId);
      if (judgements.some((one) => one.pointId === pointId)) clearing.run({ pointId });
    },
    judge(pointId, verdict, passage) {
      const where = anchor(passage);
      if (where) judging.run({ pointId, verdict, anchor: where });
    },
    takeBack: (pointId) => clearing.run({ pointId }),
    onEditor(part, editor) {
      if (editor) editors.current.set(part, editor);
      else editors.current.delete(part);
      setReady(editors.current.size);
    },
    anchor,
  };
}

/** In the post's own language where they are written in it. */
function exactWords({ guidelines, deliverable }: OpenPost): ReadonlyMap<string, string> {
  const points = guidelines?.structure.points.filter(({ need }) => need === 'exact') ?? [];
  return new Map(points.map(({ id, text }) => [id, textIn(text, [deliverable.language]).trim()]));
}

/** The caption first: that is where such words stand. */
function textPartsOf({ deliverable: { platform, format } }: OpenPost): TextPart[] {
  const kinds = partsOf(platform as Platform, format as Format);
  const texts = kinds.filter((kind) => kind !== 'media');
  return texts.sort((a, b) => Number(b === 'caption') - Number(a === 'caption'));
}

/** Hints are of the text as it rested; where their words stand now, if they still do. */
function stillThere(
  hints: ReadonlyMap<string, Proposal>,
  parts: Parts,
): ReadonlyMap<string, Proposal> {
  const found = new Map<string, Proposal>();
  for (const [pointId, hint] of hints) {
    const text = partText(parts, hint.part);
    const isThere = text.startsWith(hint.words, hint.from);
    const from = isThere ? hint.from : text.indexOf(hint.words);
    if (from >= 0) found.set(pointId, { ...hint, from, to: from + hint.words.length });
  }
  return found;
}

function locateIn(doc: Y.Doc, anchor: TextAnchor): Passage | null {
  const found = resolveAnchor(doc, anchor);
  if (found.state !== 'exact' && found.state !== 'moved') return null;
  const { from, to, words } = found;
  return { part: anchor.part as TextPart, from, to, words };
}
