// A brief's posts as a file for a spreadsheet: one line a post, as the reader has them filtered. It
// holds no word of a draft, no fee and no address; of *Just me* only that it is written.
import { creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { csvFile } from '#shared/csv.ts';
import { safeName } from '#shared/media.ts';
import { arrange, isLate, type PostCell, readQuery, turnOf } from '#shared/posts-grid.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { brief as briefWords } from '#shared/words/brief.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { posts, stateWords } from '#shared/words/posts.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { seenBrief } from '../brief-case.ts';
import type { TakenFile } from '../export/file.ts';
import type { Services } from '../services.ts';
import { gridRows } from './posts.ts';

export async function postsCsv(
  s: Services,
  actor: Actor,
  { briefId, query }: { briefId: string; query: string },
): Promise<Result<Omit<TakenFile, 'bytes'> & { bytes: string }>> {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief } = seen.value;
  const columns = await deliverablesOf(s.db, briefId);
  const creators = await creatorsOf(s.db, briefId);
  const rows = await gridRows(s, { brief, deliverables: columns, creators });
  const asked = new URLSearchParams(query);
  const now = s.now().getTime();
  const arranged = arrange(
    { rows, columns },
    { query: readQuery((name) => asked.get(name)), now, locale: actor.locale },
  );
  const [w, b] = [posts[actor.locale], briefWords[actor.locale]];
  const cellOf = cellMaker(actor, { timeZone: brief.timeZone, brandName: brief.brandName, now });
  const lines = arranged.rows.flatMap(({ row, cells }) =>
    arranged.columns.flatMap((post, at) => {
      const cell = cells[at];
      if (!cell || cell.kind === 'none') return [];
      const name = post.title || formatName(post.format, actor.locale);
      const what = [`${b.post({ n: post.ordinal })} · ${name}`, platformName(post.platform)];
      return [[row.name, row.handle, ...what, ...cellOf(cell)]];
    }),
  );
  const header = [b.creator, w.csvHandle, w.csvPost, b.platform, w.state, w.turn];
  const rest = [w.csvRound, w.csvSince, w.csvDue, w.late, w.csvLive];
  return ok({
    name: `${safeName(`${brief.title} · ${b.posts}`)}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: csvFile([[...header, ...rest], ...lines]),
  });
}

interface Making {
  timeZone: string;
  brandName: string;
  now: number;
}

/** Days as 2026-12-03, which every spreadsheet knows and sorts. */
function cellMaker({ locale }: Actor, { timeZone, brandName, now }: Making) {
  const w = posts[locale];
  const states = stateWords(locale);
  const day = (at: number | null) => (at === null ? '' : dayIn(new Date(at), timeZone));
  const whose = { brand: brandName, creator: briefWords[locale].creator, nobody: '' };
  return (cell: Exclude<PostCell, { kind: 'none' }>): string[] => {
    const turn = whose[turnOf(cell)];
    if (cell.kind === 'alone') return [states[cell.ended ?? 'alone'], turn, '', '', '', '', ''];
    if (cell.kind === 'idea')
      return [states.idea, turn, '', day(cell.since), day(cell.due), '', ''];
    const { status, round, since, due, publishDue } = cell;
    const late = isLate(cell, now) ? w.csvYes : '';
    return [states[status], turn, `${round || ''}`, day(since), day(due), late, day(publishDue)];
  };
}
