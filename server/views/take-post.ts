// A post to take along: as it is, as it was sent, or with what was said about it. It asks the right that
// the post's page asks and holds nothing that the page would not show.
import type { DraftVersionRow } from '#db/drafts.ts';
import { filesOfDraft } from '#db/files.ts';
import { readingCopiesOf } from '#db/reading-copies.ts';
import { resolveAnchor } from '#shared/anchors.ts';
import { partsOfForm } from '#shared/content-id.ts';
import {
  type ExportBlock,
  type ExportDocument,
  type Fact,
  heading,
  type Note,
  type NotedPassage,
  plain,
} from '#shared/export/document.ts';
import { postBlocks } from '#shared/export/post.ts';
import { namesFor } from '#shared/format.ts';
import { draftDocument } from '#shared/ids.ts';
import { readParts, type TextPart, textParts } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { taken } from '#shared/words/taken.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { post } from '#shared/words/post.ts';
import { readingCopy } from '#shared/words/reading-copy.ts';
import type { Locale } from '#shared/words/words.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import { fileOf, isExportFormat, type TakenFile } from '../export/file.ts';
import { notesOf, type Reading, readingFor, type TakeInput, versionIn } from '../export/reading.ts';
import type { Services } from '../services.ts';
import { type ThreadView, threadsFor } from './threads.ts';

export async function takePost(
  s: Services,
  actor: Actor,
  { draftId, what, format }: TakeInput & { draftId: string },
): Promise<Result<TakenFile>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  if (!can('draft.read', found.value.standing)) return fail('not-found');
  if (!isExportFormat(format)) return fail('bad-input', { field: 'as' });
  const reading = readingFor(s, actor, found.value.brief.timeZone);
  const content = await contentOf(s, { actor, found: found.value, what, reading });
  if (!content) return fail('not-found');
  const doc = postDocument(found.value, content, reading);
  return ok(await fileOf(doc, { stem: postStem(found.value, content.suffix, reading), format }));
}

interface PostContent {
  /** Of the file's name: "v2", "now". */
  suffix: string;
  facts: Fact[];
  blocks: ExportBlock[];
  notes: Note[];
}

interface Asked {
  actor: Actor;
  found: DraftCase;
  what: string;
  reading: Reading;
}

/** Null for what does not exist, such as a version that was never sent. */
async function contentOf(s: Services, asked: Asked): Promise<PostContent | null> {
  const { found, what } = asked;
  const n = versionIn(what);
  const version = found.versions.find((one) => one.n === n);
  if (version) return versionContent(s, asked, version);
  if (what === 'now' || what === 'comments') return liveContent(s, asked);
  return null;
}

async function versionContent(
  s: Services,
  { found, reading }: Asked,
  version: DraftVersionRow,
): Promise<PostContent> {
  const { locale, format, timeZone } = reading;
  const w = taken[locale];
  const parts = partsOfForm(version.parts);
  return {
    suffix: `v${version.n}`,
    facts: [
      { name: w.sentAt, value: format.dateTime(version.sentAt, timeZone) },
      { name: w.round, value: `${version.round}` },
      { name: w.guidelinesVersion, value: `v${version.guidelinesVersion}` },
      { name: w.contentId, value: version.contentId },
    ],
    blocks: [
      ...postBlocks({ parts, ...(await shownAs(s, found)), locale }),
      ...(await copyBlocks(s, found, { versionId: version.id, locale })),
    ],
    notes: [],
  };
}

/** Reading copies of a version stand after it, each under its own name. */
async function copyBlocks(
  s: Services,
  { draft }: DraftCase,
  { versionId, locale }: { versionId: string; locale: Locale },
): Promise<ExportBlock[]> {
  const w = readingCopy[locale];
  const copies = (await readingCopiesOf(s.db, draft.id)).filter(
    (copy) => copy.version.id === versionId,
  );
  return copies.flatMap(({ language, texts, author }): ExportBlock[] => [
    heading(w.title({ language: namesFor(locale).language(language), name: author.name })),
    { kind: 'text', runs: plain(w.notThePost), look: 'quiet' },
    ...textParts.flatMap((part): ExportBlock[] => {
      const words = texts[part];
      return words === undefined
        ? []
        : [heading(post[locale][part], 2), { kind: 'text', runs: plain(words) }];
    }),
  ]);
}

async function liveContent(s: Services, asked: Asked): Promise<PostContent | null> {
  const { actor, found, what, reading } = asked;
  const { locale, format, timeZone } = reading;
  const { draft, standing, brief } = found;
  const place = { draftId: draft.id };
  const withComments = what === 'comments';
  const heard = withComments
    ? await threadsFor(s.db, { reader: { actor, standing }, place, briefId: brief.id })
    : [];
  const live = await s.hub.read(draftDocument(draft.id), (doc) => ({
    parts: readParts(doc),
    ...placesOf(doc, heard),
  }));
  if (!live) return null;
  const { parts, passages, gone } = live;
  const asOf = { name: taken[locale].asOf, value: format.dateTime(s.now(), timeZone) };
  const blocks = postBlocks({ parts, ...(await shownAs(s, found)), locale, passages });
  const notes = notesOf(heard, { reading, parts, gone, saysAudience: found.side === 'brand' });
  const noComments: ExportBlock[] =
    withComments && notes.length === 0
      ? [{ kind: 'text', runs: plain(taken[locale].noComments), look: 'quiet' }]
      : [];
  return { suffix: what, facts: [asOf], blocks: [...blocks, ...noComments], notes };
}

async function shownAs(s: Services, { draft, deliverable }: DraftCase) {
  const files = await filesOfDraft(s.db, draft.id);
  return {
    kinds: partsOf(deliverable.platform as Platform, deliverable.format as Format),
    fileNames: new Map(files.map(({ hash, name }) => [hash, name])),
  };
}

interface Places {
  passages: Partial<Record<TextPart, NotedPassage[]>>;
  /** Numbers of the threads whose words are gone. */
  gone: Set<number>;
}

/** Where the words of each thread stand now; marked in the parts that are one text from end to end. */
function placesOf(doc: Parameters<typeof resolveAnchor>[0], heard: readonly ThreadView[]): Places {
  const places: Places = { passages: {}, gone: new Set() };
  heard.forEach(({ anchor }, index) => {
    if (anchor.kind !== 'text' || anchor.part === 'guidelines') return;
    const n = index + 1;
    const found = resolveAnchor(doc, anchor);
    if (found.state === 'orphaned') places.gone.add(n);
    else (places.passages[anchor.part] ??= []).push({ n, from: found.from, to: found.to });
  });
  return places;
}

function postDocument(found: DraftCase, content: PostContent, reading: Reading): ExportDocument {
  const { brief, creator, deliverable } = found;
  const { locale, foot } = reading;
  const w = taken[locale];
  const name = postName(found, locale);
  const names = namesFor(locale);
  const facts = [
    { name: w.brief, value: `${brief.title} · ${brief.brandName}` },
    {
      name: w.platform,
      value: `${platformName(deliverable.platform)} · ${formatName(deliverable.format, locale)}`,
    },
    { name: w.language, value: names.language(deliverable.language) },
    {
      name: w.seenIn,
      value: deliverable.seenIn.map(names.place).join(', '),
    },
    ...content.facts,
  ].filter(({ value }) => value !== '');
  return {
    lang: locale,
    title: `${creator.name} · ${name}`,
    subtitle: `${brief.title} · ${brief.brandName}`,
    blocks: [{ kind: 'facts', facts }, ...content.blocks],
    notesTitle: post[locale].comments,
    notes: content.notes,
    foot: foot(`${creator.name} · ${name}`),
  };
}

export function postName({ deliverable }: Pick<DraftCase, 'deliverable'>, locale: Locale): string {
  return deliverable.title || post[locale].ordinal({ n: deliverable.ordinal });
}

function postStem(found: DraftCase, suffix: string, { locale }: Reading): string {
  const { brief, creator } = found;
  return [brief.title, creator.name, postName(found, locale), suffix].join(' - ');
}
