// After a post went live: its caption as pasted from the platform, beside what both approved, and its
// first figures. Both are the creator's own telling; nothing of what was approved changes by them.
import { z } from 'zod';
import { appendDecision } from '#db/decisions.ts';
import { fileOfDraft } from '#db/files.ts';
import { livePostOf, saveLivePost } from '#db/live-posts.ts';
import type { Tx } from '#db/open.ts';
import { partsOfForm } from '#shared/content-id.ts';
import {
  doubtsIn,
  type FigureName,
  figureNames,
  type Figures,
  figuresFrom,
  readCount,
} from '#shared/figures.ts';
import { namedPassage } from '#shared/form-fields.ts';
import { liveDifference } from '#shared/live-caption.ts';
import { partText } from '#shared/parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import type { TellingKind } from '#shared/telling.ts';
import { parse } from '../auth/accounts.ts';
import { decisionRow, publishDraftEvent } from '../decisions.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import type { Services } from '../services.ts';
import { tellBrand } from '../telling.ts';

/** Facebook's captions are the longest; a page pasted whole is refused. */
const maxCaptionLength = 70_000;
const captionForm = z.object({
  draftId: z.string().max(64),
  caption: namedPassage(maxCaptionLength),
});

/** Compares what stands on the platform; the brand is told where it differs. */
export async function keepLiveCaption(
  s: Services,
  actor: Actor,
  input: z.input<typeof captionForm>,
): Promise<Result<{ asApproved: boolean }>> {
  const form = parse(captionForm, input);
  if (!form.ok) return form;
  const { draftId, caption } = form.value;
  return s.db.transaction(async (tx) => {
    const found = await publishedCase(tx, actor, draftId);
    if (!found.ok) return found;
    const { asApproved } = liveDifference(found.value.approved, caption);
    await saveLivePost(tx, draftId, { caption, captionAt: s.now() });
    const body = { asApproved };
    const kind = asApproved ? null : 'live-differs';
    await record(s, tx, found.value, { actor, event: 'live-caption', body, kind });
    return ok({ asApproved });
  });
}

const typed = z.string().max(40).default('');
const figuresForm = z.object({
  draftId: z.string().max(64),
  reach: typed,
  likes: typed,
  comments: typed,
  saves: typed,
  screenshot: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** What can hardly be was looked at again: the app does say so. */
  sure: z.boolean().default(false),
});

/**
 * As often as the creator likes; the last ones stand. `bad-input` names the field that cannot be read,
 * `figures` where all are empty, `sure` where the numbers contradict each other.
 */
export async function recordFigures(
  s: Services,
  actor: Actor,
  input: z.input<typeof figuresForm>,
): Promise<Result<null>> {
  const form = parse(figuresForm, input);
  if (!form.ok) return form;
  const { draftId, screenshot, sure } = form.value;
  const read = figuresIn(form.value);
  if (!read.ok) return read;
  const figures = read.value;
  if (!sure && doubtsIn(figures).length > 0) return fail('bad-input', { field: 'sure' });
  return s.db.transaction(async (tx) => {
    const found = await publishedCase(tx, actor, draftId);
    if (!found.ok) return found;
    const { publishedAt, brief } = found.value;
    if (s.now() < figuresFrom(publishedAt, brief.timeZone)) return fail('not-now');
    const file = screenshot && (await fileOfDraft(tx, { draftId, hash: screenshot }));
    if (screenshot && !(file && file.mime.startsWith('image/'))) {
      return fail('bad-input', { field: 'screenshot' });
    }
    const isFirst = !(await livePostOf(tx, draftId))?.figuresAt;
    await saveLivePost(tx, draftId, { ...figures, screenshot, figuresAt: s.now() });
    const kind = isFirst ? 'figures' : null;
    await record(s, tx, found.value, { actor, event: 'figures', body: figures, kind });
    await tellBrand(s, tx, { briefId: brief.id, actor, kind: 'heard' });
    return ok(null);
  });
}

function figuresIn(given: Record<FigureName, string>): Result<Figures> {
  const figures: Figures = { reach: null, likes: null, comments: null, saves: null };
  for (const name of figureNames) {
    const read = readCount(given[name]);
    if (!read.ok) return fail('bad-input', { field: name });
    figures[name] = read.value;
  }
  const isEmpty = figureNames.every((name) => figures[name] === null);
  return isEmpty ? fail('bad-input', { field: 'figures' }) : ok(figures);
}

interface PublishedCase extends DraftCase {
  /** The caption that both approved. */
  approved: string;
  publishedAt: Date;
}

/** The creator's own post, once it is live. */
async function publishedCase(
  tx: Tx,
  actor: Actor,
  draftId: string,
): Promise<Result<PublishedCase>> {
  const found = await openCase(tx, actor, draftId);
  if (!found.ok) return found;
  const { standing, state, sent, decisions } = found.value;
  if (!can('draft.post', standing)) return fail('not-allowed');
  const published = decisions.find((one) => one.event === 'publish');
  if (state.status !== 'published' || !sent || !published) return fail('not-now');
  const approved = partText(partsOfForm(sent.parts), 'caption');
  return ok({ ...found.value, approved, publishedAt: published.at });
}

interface Recorded {
  actor: Actor;
  event: string;
  body: unknown;
  /** What the leads are told, if anything. */
  kind: TellingKind | null;
}

async function record(
  s: Services,
  tx: Tx,
  found: PublishedCase,
  { kind, ...what }: Recorded,
): Promise<void> {
  const { draft, brief } = found;
  await appendDecision(tx, await decisionRow(s, tx, found, what));
  await publishDraftEvent(s, tx, found, what);
  if (kind === null) return;
  const to = await leadIds(tx, brief.id);
  await tellPeople(s, tx, { kind, to, briefId: brief.id, draftId: draft.id, actor: what.actor });
}
