// The end report of a brief, on screen and as a PDF: what was made, what it took, what came of it.
// Nobody is ranked, and no fee, address or thread is in it.
import type { BriefRow } from '#db/briefs.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { type ExportBlock, type ExportDocument, heading, plain } from '#shared/export/document.ts';
import { type Guidelines, textFor } from '#shared/guidelines.ts';
import { figureKinds, type PostFact, type Summary, summaryOf } from '#shared/report.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { report } from '#shared/words/report.ts';
import type { Locale } from '#shared/words/words.ts';
import { seenBrief } from '../brief-case.ts';
import { fileOf, type TakenFile } from '../export/file.ts';
import { type Reading, readingFor } from '../export/reading.ts';
import { postFacts } from '../report.ts';
import type { Services } from '../services.ts';

export interface ReportPage {
  brief: { id: string; title: string; brandName: string; product: string; timeZone: string };
  points: { id: string; text: string }[];
  posts: PostFact[];
  summary: Summary;
}

export async function reportPage(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<ReportPage>> {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  return ok(await reportOf(s, seen.value.brief, actor.locale));
}

export async function reportOf(s: Services, brief: BriefRow, locale: Locale): Promise<ReportPage> {
  const newest = await latestVersion(s.db, brief.id);
  const structure = (newest?.structure as Guidelines | undefined) ?? null;
  const posts = await postFacts(s, { briefId: brief.id, structure });
  const points = (structure?.points ?? []).map(({ id, text }) => {
    return { id, text: textFor(text, locale)?.words ?? '' };
  });
  const { id, title, brandName, product, timeZone } = brief;
  const summary = summaryOf(
    posts,
    points.map((point) => point.id),
  );
  return { brief: { id, title, brandName, product, timeZone }, points, posts, summary };
}

/** The same on paper. */
export async function takeReport(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<TakenFile>> {
  const page = await reportPage(s, actor, { briefId });
  if (!page.ok) return page;
  const { brief } = page.value;
  const reading = readingFor(s, actor, brief.timeZone);
  const doc = reportDocument(page.value, reading);
  const stem = `${brief.title} - ${report[reading.locale].title}`;
  return ok(await fileOf(doc, { stem, format: 'pdf' }));
}

function reportDocument(page: ReportPage, reading: Reading): ExportDocument {
  const { brief, posts, summary, points } = page;
  const { locale, format, foot } = reading;
  const w = report[locale];
  return {
    lang: locale,
    title: w.title,
    subtitle: [brief.title, brief.brandName, brief.product].filter(Boolean).join(' · '),
    blocks: [
      { kind: 'facts', facts: summaryFacts(summary, reading) },
      ...(points.length > 0
        ? [
            heading(w.points),
            {
              kind: 'list',
              isOrdered: true,
              items: points.map(({ id, text }) => {
                const of = summary.points.get(id);
                const share = of
                  ? ` (${w.inPosts({ k: Math.round(of.value * of.n), n: of.n })})`
                  : '';
                return plain(text + share);
              }),
            } as const satisfies ExportBlock,
          ]
        : []),
      heading(w.posts),
      {
        kind: 'table',
        head: [w.creator, w.post, w.planned, w.real, w.rounds],
        rows: posts.map((post) => [
          post.creator,
          `${post.title || w.ordinal({ n: post.ordinal })} · ${formatName(post.format, locale)} · ${platformName(post.platform)}`,
          post.plannedAt === null ? '' : format.date(post.plannedAt, brief.timeZone),
          post.publishedAt === null
            ? w[post.status]
            : format.date(post.publishedAt, brief.timeZone),
          String(post.rounds || ''),
        ]),
      },
      ...liveBlocks(posts, reading),
      ...askedBlocks(posts, reading),
    ],
    notesTitle: '',
    notes: [],
    foot: foot(brief.title),
  };
}

function summaryFacts(summary: Summary, { locale, format }: Reading) {
  const w = report[locale];
  const { rounds, tookMs, own } = summary;
  const with_ = (value: string, n: number) => `${value} (${w.n({ n })})`;
  return [
    { name: w.made, value: w.madeOf(summary) },
    ...(rounds
      ? [{ name: w.roundsMedian, value: with_(format.number(rounds.value), rounds.n) }]
      : []),
    ...(tookMs.brand
      ? [{ name: w.brandTook, value: with_(format.span(tookMs.brand.value), tookMs.brand.n) }]
      : []),
    ...(tookMs.creator
      ? [{ name: w.creatorTook, value: with_(format.span(tookMs.creator.value), tookMs.creator.n) }]
      : []),
    ...(own ? [{ name: w.own, value: with_(`${Math.round(own.value * 100)} %`, own.n) }] : []),
    ...figureKinds.flatMap((kind) => {
      const figure = summary.figures[kind];
      return figure ? [{ name: w[kind], value: with_(format.number(figure.value), figure.n) }] : [];
    }),
  ];
}

function liveBlocks(posts: PostFact[], { locale, format }: Reading): ExportBlock[] {
  const w = report[locale];
  const live = posts.filter(({ url }) => url !== null);
  if (live.length === 0) return [];
  return [
    heading(w.live),
    {
      kind: 'table',
      head: [w.creator, w.link, w.reach, w.likes, w.comments, w.saves],
      rows: live.map(({ creator, url, figures }) => [
        creator,
        url ?? '',
        ...figureKinds.map((kind) => {
          const value = figures?.[kind] ?? null;
          return value === null ? '' : format.number(value);
        }),
      ]),
    },
    { kind: 'text', runs: plain(w.asTold), look: 'quiet' },
  ];
}

function askedBlocks(posts: PostFact[], { locale }: Reading): ExportBlock[] {
  const w = report[locale];
  const asked = posts.filter((post) => post.asked.length > 0);
  if (asked.length === 0) return [];
  return [
    heading(w.asked),
    ...asked.flatMap((post): ExportBlock[] => [
      heading(`${post.creator} · ${post.title || w.ordinal({ n: post.ordinal })}`, 2),
      {
        kind: 'list',
        isOrdered: false,
        items: post.asked.map(({ body, answer, note }) => {
          const said = [answer ? w[answer] : w.open, note].filter(Boolean).join(': ');
          return plain(`${body} – ${said}`);
        }),
      },
    ]),
  ];
}
