// What somebody takes with them, before it is Markdown, Word or PDF: a short list of blocks that all
// three writers know. Whoever makes one has judged who may read it; writers ask nothing.
import type { Block } from '../blocks.ts';
import { safeHref } from '../schema/text.ts';
import type { Locale } from '../words/words.ts';

/** A piece of text of one look; a line break in it is one on paper too. */
export interface Run {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  /** An address that may be pressed: only safeHref puts one here. */
  link?: string;
  /** Numbers of the notes that are about these words. */
  notes?: number[];
}

export type ExportBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; runs: Run[]; look?: 'large' | 'quiet' }
  | { kind: 'list'; isOrdered: boolean; items: Run[][] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'facts'; facts: Fact[] }
  /** An address to type or to scan. */
  | { kind: 'address'; url: string };

export interface Fact {
  name: string;
  value: string;
}

/** A thread that hangs on a passage by its number, or on something else that `about` names. */
export interface Note {
  n: number;
  about: string;
  isResolved: boolean;
  /** "Resolved", "Brand side only". */
  state: string[];
  comments: { author: string; at: number; when: string; body: string }[];
}

export interface ExportDocument {
  lang: Locale;
  title: string;
  subtitle: string;
  blocks: ExportBlock[];
  /** Above the notes, where there are any. */
  notesTitle: string;
  notes: Note[];
  /** At the foot of each page: what this is and when it was taken. */
  foot: string;
}

export const plain = (text: string): Run[] => (text === '' ? [] : [{ text }]);

export const heading = (text: string, level: 1 | 2 = 1): ExportBlock => ({
  kind: 'heading',
  level,
  text,
});

/** What stands in a rich text, as paragraphs and lists; a list within a list becomes one. */
export function blocksOfRich(blocks: readonly Block[]): ExportBlock[] {
  return blocks.flatMap((block): ExportBlock[] => {
    if (block.type === 'bulletList') {
      const items = itemsOf(block).map(runsOfRich);
      return items.length > 0 ? [{ kind: 'list', isOrdered: false, items }] : [];
    }
    const isContainer = (block.content ?? []).some((child) => !isInline(child));
    if (isContainer) return blocksOfRich(block.content ?? []);
    const runs = runsOfRich(block);
    return runs.length > 0 ? [{ kind: 'text', runs }] : [];
  });
}

const isInline = ({ type }: Block) => type === 'text' || type === 'hardBreak';

function itemsOf(list: Block): Block[] {
  return (list.content ?? []).flatMap((item) => {
    const inner = (item.content ?? []).filter((child) => child.type === 'bulletList');
    const own = (item.content ?? []).filter((child) => child.type !== 'bulletList');
    return [{ ...item, content: own }, ...inner.flatMap(itemsOf)];
  });
}

/** The words of a block with their marks, a line for each paragraph. */
export function runsOfRich(block: Block): Run[] {
  if (block.text !== undefined) return [runOf(block)];
  if (block.type === 'hardBreak') return [{ text: '\n' }];
  const children = block.content ?? [];
  return children.flatMap((child, index) => {
    const runs = runsOfRich(child);
    return index > 0 && !isInline(child) && runs.length > 0 ? [{ text: '\n' }, ...runs] : runs;
  });
}

function runOf({ text = '', marks = [] }: Block): Run {
  const run: Run = { text };
  for (const { type, attrs } of marks) {
    if (type === 'bold') run.strong = true;
    if (type === 'italic') run.emphasis = true;
    const link = type === 'link' ? safeHref(attrs?.['href']) : null;
    if (link !== null) run.link = link;
  }
  return run;
}

/** Words that are an address of the web become a link; anything else stays words. */
export function linkedRun(words: string): Run {
  const link = /^https?:\/\/\S+$/i.test(words) ? safeHref(words) : null;
  return link === null ? { text: words } : { text: words, link };
}

export interface NotedPassage {
  n: number;
  from: number;
  to: number;
}

/** A plain text cut where passages begin and end; passages may lie over each other. */
export function notedRuns(text: string, passages: readonly NotedPassage[]): Run[] {
  const inside = passages.filter(({ from, to }) => from < to && to <= text.length);
  const edges = new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] as number;
    const notes = inside.filter((one) => one.from <= from && one.to >= to).map(({ n }) => n);
    const run: Run = { text: text.slice(from, to) };
    return notes.length > 0 ? { ...run, notes } : run;
  });
}

/** The notes whose passage ends with the run at `index`: their marks stand behind it. */
export function notesEndingAt(runs: readonly Run[], index: number): number[] {
  const next = runs[index + 1]?.notes ?? [];
  return (runs[index]?.notes ?? []).filter((n) => !next.includes(n));
}
