// "Maybe here": the page's own proposals for the text as it rests. Line by line and a few milliseconds
// at a time, so that nobody waits for it while typing; lines that did not change are not read again.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Proposal } from '#shared/coverage.ts';
import type { Hint, HintInput } from '#shared/heart/hints.ts';
import { hintLanguageOf } from '#shared/heart/languages.ts';
import { type Parts, partText, type TextPart, textParts } from '#shared/parts.ts';
import type { Locale } from '#shared/words/words.ts';

/** How long the text must rest before it is searched. */
const restMs = 400;
/** How long a search may hold the page at a time. */
const sliceMs = 8;

/** A line, or as much of a long one as may be read at a time, up to a space where there is one. */
const stretch = /[^\n]{1,400}(?=\s|$)|[^\n]{1,400}/gu;

const none: ReadonlyMap<string, Proposal> = new Map();

export function useHints(page: OpenPost, parts: Parts | null): ReadonlyMap<string, Proposal> {
  const [hints, setHints] = useState(none);
  const known = useRef<KnownLines>(new Map());
  const language = hintLanguageOf(page.deliverable.language);
  const points = page.guidelines?.structure.points;
  const text = useMemo(
    () => (parts && language ? JSON.stringify(textParts.map((part) => partText(parts, part))) : ''),
    [parts, language],
  );
  useEffect(() => {
    known.current = new Map();
  }, [points, language]);
  useEffect(() => {
    if (!points || !language || text === '') return;
    let isWanted = true;
    const asked = points.flatMap(({ id, text: said, need }) => {
      const words = need === 'exact' ? '' : said[language as Locale];
      return words ? [{ id, text: words }] : [];
    });
    if (asked.length === 0) return;
    const timer = setTimeout(async () => {
      // Without a connection there is no hint yet; the next change of the text asks again.
      const heart = await import('#shared/heart/hints.ts').catch(() => null);
      if (!heart) return;
      const { hints: find } = heart;
      const found = await search({
        texts: JSON.parse(text) as string[],
        find: (line) => find({ points: asked, text: line, language } satisfies HintInput),
        known: known.current,
        isWanted: () => isWanted,
      });
      if (found) setHints(found);
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [points, text, language]);
  return hints;
}

type KnownLines = Map<string, Hint[]>;

interface Search {
  /** One for each part, in their order. */
  texts: readonly string[];
  find(line: string): Hint[];
  /** What lines gave the last time; afterwards those of this text. */
  known: KnownLines;
  isWanted(): boolean;
}

/** The best place of each point; null when the text has changed meanwhile. */
async function search({ texts, find, known, isWanted }: Search) {
  const best = new Map<string, Proposal & { score: number }>();
  const seen: KnownLines = new Map();
  let began = performance.now();
  for (const [index, text] of texts.entries()) {
    for (const { index: at, 0: line } of text.matchAll(stretch)) {
      const hints = known.get(line) ?? find(line);
      seen.set(line, hints);
      for (const { pointId, start, end, evidence, score } of hints) {
        if (score <= (best.get(pointId)?.score ?? 0)) continue;
        const place = { from: at + start, to: at + end, words: line.slice(start, end) };
        const part = textParts[index] as TextPart;
        best.set(pointId, { ...place, part, evidence, name: null, score });
      }
      if (performance.now() - began < sliceMs) continue;
      await new Promise((go) => setTimeout(go));
      if (!isWanted()) return null;
      began = performance.now();
    }
  }
  known.clear();
  for (const [line, hints] of seen) known.set(line, hints);
  return isWanted() ? best : null;
}
