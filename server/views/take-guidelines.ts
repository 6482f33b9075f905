// Guidelines to take along: a published version in every language it has, or what was said about them.
import { briefById } from '#db/briefs.ts';
import { versionByNumber } from '#db/guidelines-versions.ts';
import { personById } from '#db/people.ts';
import type { Block } from '#shared/blocks.ts';
import { type ExportDocument, plain } from '#shared/export/document.ts';
import { guidelinesBlocks } from '#shared/export/guidelines.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { taken } from '#shared/words/taken.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { post } from '#shared/words/post.ts';
import { fileOf, isExportFormat, type TakenFile } from '../export/file.ts';
import { notesOf, type Reading, readingFor, type TakeInput, versionIn } from '../export/reading.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { threads } from './threads.ts';

/** A published version, or what was said about the guidelines; creators take what they may read. */
export async function takeGuidelines(
  s: Services,
  actor: Actor,
  { briefId, what, format }: TakeInput & { briefId: string },
): Promise<Result<TakenFile>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'version.read' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  if (!brief) return fail('not-found');
  if (!isExportFormat(format)) return fail('bad-input', { field: 'as' });
  const reading = readingFor(s, actor, brief.timeZone);
  const frame = { subtitle: `${brief.title} · ${brief.brandName}`, reading };
  const doc =
    what === 'comments'
      ? await guidelinesComments(s, actor, { briefId, ...frame })
      : await guidelinesVersion(s, { briefId, n: versionIn(what) ?? 0, ...frame });
  if (!doc.ok) return doc;
  const stem = [brief.title, post[actor.locale].guidelines, what];
  return ok(await fileOf(doc.value, { stem: stem.join(' - '), format }));
}

interface GuidelinesFrame {
  briefId: string;
  subtitle: string;
  reading: Reading;
}

async function guidelinesVersion(
  s: Services,
  { briefId, n, subtitle, reading }: GuidelinesFrame & { n: number },
): Promise<Result<ExportDocument>> {
  const version = await versionByNumber(s.db, briefId, n);
  if (!version) return fail('not-found');
  const { locale, format, timeZone, foot } = reading;
  const w = taken[locale];
  const words = guidelinesPage[locale];
  const publisher = await personById(s.db, version.publishedBy);
  const when = format.dateTime(version.publishedAt, timeZone);
  const published = publisher ? w.publishedBy({ name: publisher.name, when }) : when;
  const kinds = { first: words.first, wording: words.wording, matters: words.matters };
  const facts = [
    { name: w.publishedAt, value: published },
    { name: w.kind, value: kinds[version.change] },
    { name: w.changed, value: version.note },
    { name: w.fingerprint, value: version.hash },
  ].filter(({ value }) => value !== '');
  const content = (version.content as { content?: Block[] }).content ?? [];
  const title = words.version({ n });
  return ok({
    lang: locale,
    title,
    subtitle,
    blocks: [{ kind: 'facts', facts }, ...guidelinesBlocks(content, locale)],
    notesTitle: '',
    notes: [],
    foot: foot(`${subtitle} · v${n}`),
  });
}

async function guidelinesComments(
  s: Services,
  actor: Actor,
  { briefId, subtitle, reading }: GuidelinesFrame,
): Promise<Result<ExportDocument>> {
  const heard = await threads(s, actor, { briefId });
  if (!heard.ok) return heard;
  const { locale, foot } = reading;
  const w = taken[locale];
  const saysAudience = heard.value.audiences.includes('brand');
  const notes = notesOf(heard.value.threads, {
    reading,
    parts: null,
    gone: new Set(),
    saysAudience,
  });
  return ok({
    lang: locale,
    title: w.guidelinesComments,
    subtitle,
    blocks: notes.length > 0 ? [] : [{ kind: 'text', runs: plain(w.noComments), look: 'quiet' }],
    notesTitle: post[locale].comments,
    notes,
    foot: foot(subtitle),
  });
}
