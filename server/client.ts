// What a client may do at the address they were handed, without an account: look at what the lead
// chose to show, and say something to the brand side. Everything is read out of frozen versions: no
// live text, thread, deal or person of the brief ever comes near this file.
import { z } from 'zod';
import { briefById } from '#db/briefs.ts';
import {
  addClientComment,
  clientLinkByHash,
  type ClientCommentRow,
  type ClientLinkRow,
  commentsThrough,
  decisionsOfVersions,
  lastVersions,
  noteClientSeen,
  provenVersions,
} from '#db/client-links.ts';
import { type CreatorRow, creatorPlace, creatorsOf } from '#db/creators.ts';
import { proofOfVersion } from '#db/decisions.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftById, draftsOfBrief, lastVersion } from '#db/drafts.ts';
import { workspaceById } from '#db/members.ts';
import type { Executor, Tx } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { takeTry } from '#db/tries.ts';
import type { Status } from '#shared/approval.ts';
import {
  clientLinkState,
  type ClientPostState,
  clientPostState,
  type ClientShows,
  isShownToClient,
  maxClientComment,
} from '#shared/client-link.ts';
import { type NormalForm, partsOfForm } from '#shared/content-id.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { namedPassage } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { type PartKind, type Parts, partKinds } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isBrandSide, type Side } from '#shared/roles.ts';
import { parse } from './auth/accounts.ts';
import { hashSecret } from './auth/secrets.ts';
import type { Visitor } from './auth/visitor.ts';
import { keyOf } from './drafts.ts';
import { leadIds, tellPeople } from './inbox.ts';
import type { Services } from './services.ts';
import { existingBrief } from './telling.ts';

export interface ClientPost {
  draftId: string;
  versionId: string;
  sentAt: number;
  creator: { name: string; handle: string };
  deliverable: {
    ordinal: number;
    title: string;
    platform: string;
    format: string;
    language: string;
  };
  state: ClientPostState;
  /** Only the parts this format shows. */
  parts: Parts;
  kinds: PartKind[];
  keys: Record<Side, { name: string; at: number } | null>;
  hasProof: boolean;
  /** For the next comment: the same press sent twice is one. */
  nextId: string;
  liveAt: string | null;
  /** What was said through this link. */
  comments: { id: string; body: string; at: number }[];
}

export interface ClientPage {
  /** Whom the link was made for, and whose it is. */
  name: string;
  agency: string;
  brand: string;
  title: string;
  shows: ClientShows;
  until: number;
  timeZone: string;
  isSeen: boolean;
  posts: ClientPost[];
  /** How many there are in all: a page shows so many at a time. */
  total: number;
}

/** The pictures of a page load together; more come when they are asked for. */
export const clientPostsAtOnce = 24;

/** Looking changes nothing, however often a preview bot does it. */
export async function lookAsClient(
  s: Services,
  _visitor: Visitor,
  { secret, upTo }: { secret: string; upTo: number },
): Promise<Result<ClientPage>> {
  const found = await openLink(s, s.db, secret);
  if (!found.ok) return found;
  const link = found.value;
  const brief = await briefById(s.db, link.briefId);
  const workspace = brief && (await workspaceById(s.db, brief.workspaceId));
  if (!brief || !workspace) return fail('link-unknown');
  const shown = await shownDrafts(s.db, link);
  return ok({
    name: link.name,
    agency: workspace.name,
    brand: brief.brandName,
    title: brief.title,
    shows: link.shows,
    until: link.expiresAt.getTime(),
    timeZone: brief.timeZone,
    isSeen: link.openedAt !== null,
    posts: await postsOf(s, link, shown.slice(0, upTo)),
    total: shown.length,
  });
}

async function openLink(
  s: Pick<Services, 'now'>,
  db: Executor,
  secret: string,
): Promise<Result<ClientLinkRow>> {
  const row = await clientLinkByHash(db, hashSecret(secret));
  const state: 'open' | ErrorCode = row ? clientLinkState(row, s.now()) : 'link-unknown';
  return row && state === 'open' ? ok(row) : fail(state as ErrorCode);
}

/** What a creator who was let go had not agreed to post is nobody's plan any more. */
function isShown({ shows }: ClientLinkRow, draft: DraftRow, creator: CreatorRow | null): boolean {
  const status = draft.status as Status;
  if (!creator || !isShownToClient(shows, { status, round: draft.round })) return false;
  return creator.state !== 'removed' || hasBothKeys(clientPostState(status));
}

const hasBothKeys = (state: ClientPostState) => state === 'both' || state === 'live';

type Shown = Omit<
  ClientPost,
  'versionId' | 'sentAt' | 'parts' | 'keys' | 'hasProof' | 'comments' | 'nextId'
>;

/** By creator and then by post, as a client looks for them. */
async function shownDrafts(db: Executor, link: ClientLinkRow): Promise<Shown[]> {
  const drafts = await draftsOfBrief(db, link.briefId);
  const creators = new Map((await creatorsOf(db, link.briefId)).map((one) => [one.userId, one]));
  const posts = new Map((await deliverablesOf(db, link.briefId)).map((one) => [one.id, one]));
  const shown = drafts.flatMap((draft): Shown[] => {
    const creator = creators.get(draft.creatorId);
    const post = posts.get(draft.deliverableId);
    if (!creator || !post || !isShown(link, draft, creator)) return [];
    const { ordinal, title, platform, format, language } = post;
    return [
      {
        draftId: draft.id,
        creator: { name: creator.name, handle: creator.handle },
        deliverable: { ordinal, title, platform, format, language },
        state: clientPostState(draft.status as Status),
        kinds: kindsOf(platform, format),
        liveAt: draft.status === 'published' ? draft.publishedUrl : null,
      },
    ];
  });
  return shown.sort(
    (a, b) =>
      a.creator.name.localeCompare(b.creator.name) || a.deliverable.ordinal - b.deliverable.ordinal,
  );
}

function kindsOf(platform: string, format: string): PartKind[] {
  const kinds = partsOf(platform as Platform, format as Format);
  return kinds.length > 0 ? kinds : ['caption', 'media'];
}

async function postsOf(
  { db, randomBytes }: Services,
  link: ClientLinkRow,
  shown: readonly Shown[],
): Promise<ClientPost[]> {
  const versions = await lastVersions(
    db,
    shown.map(({ draftId }) => draftId),
  );
  const ids = [...versions.values()].map(({ id }) => id);
  const decisions = await decisionsOfVersions(db, ids);
  const proven = await provenVersions(db, ids);
  const comments = await commentsThrough(db, link.id);
  const key = (versionId: string, side: Side) => {
    const row = keyOf(decisions, versionId, side);
    return row && { name: row.userName, at: row.at.getTime() };
  };
  return shown.flatMap((post) => {
    const version = versions.get(post.draftId);
    if (!version) return [];
    return [
      {
        ...post,
        versionId: version.id,
        sentAt: version.sentAt.getTime(),
        parts: shownParts(version.parts, post.kinds),
        keys: { brand: key(version.id, 'brand'), creator: key(version.id, 'creator') },
        nextId: idFrom(randomBytes(20)),
        hasProof: hasBothKeys(post.state) && proven.has(version.id),
        comments: comments.filter((one) => one.draftId === post.draftId).map(commentView),
      },
    ];
  });
}

/** What a format does not show stays where it is: it goes onto no platform either. */
function shownParts(form: NormalForm, kinds: readonly PartKind[]): Parts {
  const parts = partsOfForm(form);
  const hidden = partKinds.filter((kind) => !kinds.includes(kind));
  return { ...parts, ...Object.fromEntries(hidden.map((kind) => [kind, []])) };
}

const commentView = ({ id, body, at }: ClientCommentRow) => ({ id, body, at: at.getTime() });

/** The draft behind a press on the page, where this link shows it. */
async function shownDraft(db: Executor, link: ClientLinkRow, draftId: string) {
  const draft = await draftById(db, draftId);
  if (!draft || draft.briefId !== link.briefId) return null;
  const place = { briefId: link.briefId, userId: draft.creatorId };
  return isShown(link, draft, await creatorPlace(db, place)) ? draft : null;
}

/** A file of what is shown, by its hash: the link is asked every time. */
export async function clientFile(
  s: Pick<Services, 'db' | 'now'>,
  { secret, hash, draftIds }: { secret: string; hash: string; draftIds: readonly string[] },
): Promise<Result<{ draftId: string }>> {
  const found = await openLink(s, s.db, secret);
  if (!found.ok) return found;
  for (const draftId of draftIds) {
    const draft = await shownDraft(s.db, found.value, draftId);
    const version = draft && (await lastVersion(s.db, draftId));
    if (version && holdsFile(version.parts, hash)) return ok({ draftId });
  }
  return fail('not-found');
}

const holdsFile = (form: NormalForm, hash: string): boolean =>
  partsOfForm(form).media.some(({ file }) => file === hash);

/** The proof as it was signed, of a post that is shown and that both approved. */
export async function proofForClient(
  s: Services,
  _visitor: Visitor,
  { secret, draftId }: { secret: string; draftId: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const found = await openLink(s, s.db, secret);
  if (!found.ok) return found;
  const draft = await shownDraft(s.db, found.value, draftId);
  const isSigned = draft && hasBothKeys(clientPostState(draft.status as Status));
  const version = isSigned ? await lastVersion(s.db, draftId) : null;
  const proof = version && (await proofOfVersion(s.db, version.id));
  return proof ? ok({ text: proof.content, fileName: `proof-${draftId}.json` }) : fail('not-found');
}

/** That somebody read the page: said by its script, which preview bots do not run. */
export async function seenAsClient(
  s: Services,
  { actor }: Visitor,
  { secret }: { secret: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const found = await openLink(s, tx, secret);
    if (!found.ok) return found;
    const { briefId } = found.value;
    const standing = actor && (await standingFor(tx, actor.userId, { briefId }));
    // Who made the link looks at it first; that is not the client.
    if (standing && isBrandSide(standing)) return ok(null);
    await noteSeen(s, tx, found.value);
    return ok(null);
  });
}

async function noteSeen(s: Services, tx: Tx, { id, briefId }: ClientLinkRow): Promise<void> {
  if (!(await noteClientSeen(tx, id, s.now()))) return;
  const { workspaceId } = await existingBrief(tx, briefId);
  const about = { workspaceId, briefId, audience: 'brand', at: s.now() } as const;
  await s.live.publish(tx, { kind: 'client.opened', topic: `brief:${briefId}`, ...about });
}

const sayForm = z.object({
  secret: z.string().max(200),
  draftId: z.string().max(64),
  /** The version that stood on the page: what was meant, whatever was sent since. */
  versionId: z.string().max(64),
  /** Made with the page: the same press sent twice is one comment. */
  id: z.string().regex(/^[a-z0-9]{20}$/),
  body: namedPassage(maxClientComment),
});

/** A page that many may have the address of: enough for a client at work, too few for a flood. */
const sayLimit = { max: 30, windowMs: 600_000 };

export async function sayAsClient(
  s: Services,
  _visitor: Visitor,
  input: z.input<typeof sayForm>,
): Promise<Result<null>> {
  const form = parse(sayForm, input);
  if (!form.ok) return form;
  const { secret, draftId, versionId, id, body } = form.value;
  return s.db.transaction(async (tx) => {
    const found = await openLink(s, tx, secret);
    if (!found.ok) return found;
    const link = found.value;
    const draft = await shownDraft(tx, link, draftId);
    if (!draft) return fail('not-found');
    const versions = await lastVersions(tx, [draftId]);
    if (versions.get(draftId)?.id !== versionId) return fail('content-changed');
    if (!(await takeTry(tx, `client:${link.id}`, { ...sayLimit, at: s.now() }))) {
      return fail('too-many');
    }
    const row = { id, clientLinkId: link.id, draftId, versionId, body, at: s.now() };
    if (!(await addClientComment(tx, row))) return ok(null);
    await noteSeen(s, tx, link);
    await tellComment(s, tx, link, draft);
    return ok(null);
  });
}

async function tellComment(
  s: Services,
  tx: Tx,
  { name, briefId, createdBy }: ClientLinkRow,
  { id: draftId }: DraftRow,
): Promise<void> {
  const { workspaceId } = await existingBrief(tx, briefId);
  const event = { kind: 'client.comment', audience: 'brand', at: s.now() } as const;
  // The post where it is read, and the list of links where it is counted.
  for (const topic of [`draft:${draftId}`, `brief:${briefId}`]) {
    await s.live.publish(tx, { ...event, topic, workspaceId, briefId, draftId });
  }
  const to = [...(await leadIds(tx, briefId)), createdBy];
  const told = { kind: 'client-comment', to, briefId, draftId, audience: 'brand' } as const;
  await tellPeople(s, tx, { ...told, actor: null, body: { name } });
}
