// A post as blocks to take along: its parts in the order its format shows them, media by name.
import {
  framesOf,
  isEmptyPart,
  type Medium,
  type PartKind,
  type Parts,
  partKinds,
  partText,
  scriptRowsOf,
  type TextPart,
} from '../parts.ts';
import { taken } from '../words/taken.ts';
import { post } from '../words/post.ts';
import type { Locale } from '../words/words.ts';
import {
  type ExportBlock,
  heading,
  linkedRun,
  type NotedPassage,
  notedRuns,
  plain,
  type Run,
} from './document.ts';

export interface PostToTake {
  parts: Parts;
  /** What the format shows; a part beside them that has words follows after. */
  kinds: readonly PartKind[];
  locale: Locale;
  /** What a file was called when it came, by its hash. */
  fileNames: ReadonlyMap<string, string>;
  passages?: Partial<Record<TextPart, NotedPassage[]>>;
}

export function postBlocks(given: PostToTake): ExportBlock[] {
  const { parts, kinds, locale } = given;
  const others = partKinds.filter((kind) => !kinds.includes(kind));
  const blocks = [...kinds, ...others]
    .filter((kind) => !isEmptyPart(parts, kind))
    .flatMap((kind) => [heading(post[locale][kind]), ...partBlocks(given, kind)]);
  if (blocks.length > 0) return blocks;
  return [{ kind: 'text', runs: plain(taken[locale].nothing), look: 'quiet' }];
}

function partBlocks(given: PostToTake, kind: PartKind): ExportBlock[] {
  if (kind === 'media') return [mediaBlock(given)];
  if (kind === 'script') return [scriptBlock(given)];
  if (kind === 'frames') return frameBlocks(given);
  const { parts, passages } = given;
  return [{ kind: 'text', runs: notedRuns(partText(parts, kind), passages?.[kind] ?? []) }];
}

function scriptBlock({ parts, locale }: PostToTake): ExportBlock {
  const w = post[locale];
  return {
    kind: 'table',
    head: [w.time, w.picture, w.said, w.onScreen],
    rows: scriptRowsOf(parts).map((row) => [row.time, row.picture, row.said, row.onScreen]),
  };
}

function frameBlocks({ parts, locale }: PostToTake): ExportBlock[] {
  return framesOf(parts).flatMap((frame, index) => [
    heading(post[locale].frame({ n: index + 1 }), 2),
    { kind: 'text', runs: plain(frame.text) },
  ]);
}

function mediaBlock(given: PostToTake): ExportBlock {
  const items = given.parts.media.map((_, index) => mediumRuns(given, index));
  return { kind: 'list', isOrdered: true, items };
}

/** "Photo 2, cover: a stick in a bag · stick.jpg" */
function mediumRuns({ parts, locale, fileNames }: PostToTake, index: number): Run[] {
  const medium = parts.media[index] as Medium;
  const { alt, cover, file, link } = medium;
  const name = mediumName(parts.media, medium.id, locale);
  const where = file === null ? (link ?? '') : (fileNames.get(file) ?? file.slice(0, 12));
  const words = `${name}${cover ? `, ${taken[locale].cover}` : ''}${alt ? `: ${alt}` : ''}`;
  return where === '' ? plain(words) : [{ text: `${words} · ` }, linkedRun(where)];
}

/** Counted among all media, as posting day does. */
export function mediumName(media: readonly Medium[], id: string, locale: Locale): string {
  const index = media.findIndex((medium) => medium.id === id);
  const kind = media[index]?.kind ?? 'image';
  const name = taken[locale][kind === 'image' ? 'picture' : kind];
  return index < 0 ? post[locale].media : name({ n: index + 1 });
}
