// The post page, its comparison and its proof, as one reader may see them. While the door is closed
// the brand is given who writes and when, and not a word, version, thread or decision.
import { judgementsOf } from '#db/coverage.ts';
import {
  type ChangeAnswer,
  type ChangeRequestRow,
  changeRequestsOf,
  type DecisionRow,
} from '#db/decisions.ts';
import { agreedGuidelines, type DeliverableRow } from '#db/drafts.ts';
import {
  type ChangeTarget,
  roundsLeft,
  type Status,
  takesSuggestions,
  type Turn,
  turn,
} from '#shared/approval.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { AuthoredRange, Writer } from '#shared/authorship.ts';
import type { Clock } from '#shared/clock.ts';
import type { ApprovalSubject, NormalForm } from '#shared/content-id.ts';
import type { Judgement } from '#shared/coverage.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { draftDocument } from '#shared/ids.ts';
import { type Parts, readParts } from '#shared/parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Side } from '#shared/roles.ts';
import {
  clockFor,
  type DraftCase,
  isExtraRoundAsked,
  letGoOf,
  keyOf,
  openCase,
  openLook,
} from '../drafts.ts';
import { heldCode } from '../deals.ts';
import { writersOf } from '../authorship.ts';
import { turnAt } from '#shared/idea.ts';
import { proofOf } from '../proofs.ts';
import type { Services } from '../services.ts';
import { type ClearanceView, clearanceView, heardBy } from './clearance.ts';
import { suggestionsFor, type SuggestionView } from './suggestions.ts';
import { audiencesOf, type Meant, peopleToMean, type ThreadView, threadsFor } from './threads.ts';
import { type ReadingCopyView, readingCopies } from './reading-copies.ts';
import { type IdeaView, ideaView } from './ideas.ts';
import { type LivePostView, livePostView } from './live-posts.ts';
import { type ClientCommentView, clientCommentsFor } from './client-links.ts';

export interface DeliverableView {
  ordinal: number;
  title: string;
  platform: string;
  format: string;
  language: string;
  seenIn: string[];
  callToAction: string;
}

export interface SentVersion {
  id: string;
  n: number;
  round: number;
  contentId: string;
  approvalId: string;
  form: NormalForm;
  /** Whose words these are. */
  authorship: AuthoredRange[];
  subject: ApprovalSubject;
  sentAt: number;
}

export interface KeyView {
  name: string;
  at: number;
}

export interface RequestView {
  id: string;
  ordinal: number;
  body: string;
  target: ChangeTarget;
  answer: ChangeAnswer | null;
  note: string;
  /** Who of the brand does not insist on it any more. */
  letGo: string | null;
  /** The words the answer points at. */
  passage: TextAnchor | null;
}

export interface ActivityView {
  id: string;
  event: string;
  side: Side;
  name: string;
  at: number;
  /** The version it was about; null before the first. */
  n: number | null;
  /** How many requests, for `ask-changes`. */
  count: number | null;
}

/** What both sides know of every post of theirs, door open or closed. */
export interface PostFrame {
  id: string;
  side: Side;
  brief: {
    id: string;
    title: string;
    brandName: string;
    timeZone: string;
    /** The live guidelines are open to creators. */
    isLive: boolean;
  };
  creator: { id: string; name: string; handle: string };
  deliverable: DeliverableView;
  status: Status;
  turn: Turn;
  clock: Clock;
  /** What was sent of it, for both; null where no idea is asked for. */
  idea: IdeaView | null;
  /** The creator's last sign of life in the text. */
  writingAt: number | null;
  guidelines: { n: number; structure: Guidelines; publishedAt: number } | null;
}

export interface OpenPost extends PostFrame {
  door: 'open' | 'just-me';
  document: { name: string; epoch: string; schemaVersion: number };
  /** What the draft says now, for a page that is read before any script runs; null when not asked for. */
  text: Parts | null;
  may: {
    write: boolean;
    suggest: boolean;
    decide: boolean;
    clear: boolean;
    release: boolean;
    readingCopy: boolean;
    judge: boolean;
  };
  readingCopies: ReadingCopyView[];
  audiences: ThreadView['audience'][];
  people: Meant[];
  round: number;
  roundsLeft: number;
  extraRoundAsked: boolean;
  /** When the creator asked for a look that nobody has answered yet. */
  lookAskedAt: number | null;
  /** The creator's own code, for them and for who may read their deal; empty for everybody else. */
  code: string;
  sent: SentVersion | null;
  keys: Record<Side, KeyView | null>;
  /** Where the brief asks for it, and for the brand's side alone. */
  clearance: ClearanceView | null;
  requests: RequestView[];
  threads: ThreadView[];
  suggestions: SuggestionView[];
  /** The brand's word on where talking points stand. */
  judgements: Judgement[];
  /** Whose each client id of the text is. */
  writers: [clientId: number, writer: Writer][];
  activity: ActivityView[];
  hasProof: boolean;
  publishedUrl: string | null;
  /** What stands on the platform, once it is published. */
  live: LivePostView | null;
  /** What clients said; none for a creator. */
  clientComments: ClientCommentView[];
}

export type PostPage = (PostFrame & { door: 'closed' }) | OpenPost;

export async function post(
  s: Services,
  actor: Actor,
  { draftId, withText = false }: { draftId: string; withText?: boolean },
): Promise<Result<PostPage>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  const draft = found.value;
  const frame = await frameOf(s, draft);
  if (!can('draft.read', draft.standing)) return ok({ ...frame, door: 'closed' });
  const text = withText ? await s.hub.read(draftDocument(draftId), readParts) : null;
  return ok({ ...frame, ...(await openPart(s, actor, draft)), text });
}

export async function frameOf(s: Services, found: DraftCase): Promise<PostFrame> {
  const { draft, brief, creator, deliverable, side, state } = found;
  const guidelines = await agreedGuidelines(s.db, brief.id, draft.creatorId);
  const idea = await ideaView(s.db, found);
  return {
    id: draft.id,
    side,
    brief: {
      id: brief.id,
      title: brief.title,
      brandName: brief.brandName,
      timeZone: brief.timeZone,
      isLive: brief.guidelinesOpen,
    },
    creator: { id: creator.userId, name: creator.name, handle: creator.handle },
    deliverable: deliverableView(deliverable),
    status: state.status,
    turn: turnAt(idea?.stage ?? 'writing', turn(state)),
    idea,
    clock: clockFor(s, found, found.decisions),
    writingAt: draft.writingAt?.getTime() ?? null,
    guidelines: guidelines && {
      n: guidelines.n,
      structure: guidelines.structure,
      publishedAt: guidelines.publishedAt.getTime(),
    },
  };
}

async function openPart(
  s: Services,
  actor: Actor,
  found: DraftCase,
): Promise<Omit<OpenPost, keyof PostFrame | 'text'>> {
  const { draft, brief, side, standing, state, sent, decisions, document } = found;
  const key = (of: Side) => (sent ? keyView(keyOf(decisions, sent.id, of)) : null);
  return {
    door: draft.open ? 'open' : 'just-me',
    document: { ...document, name: draftDocument(draft.id) },
    may: {
      write: can('draft.write', standing),
      suggest: can('draft.suggest', standing) && takesSuggestions(draft.status),
      decide: can('draft.decide', standing),
      clear: can('draft.clear', standing),
      release: can('draft.release', standing),
      readingCopy: can('reading-copy.write', standing),
      judge: can('coverage.judge', standing),
    },
    readingCopies: await readingCopies(s.db, actor, found),
    audiences: audiencesOf(standing),
    people: await peopleToMean(s.db, { actor, standing }, { draftId: draft.id }),
    round: state.round,
    roundsLeft: roundsLeft(state),
    extraRoundAsked: isExtraRoundAsked(decisions),
    lookAskedAt: (await openLook(s.db, draft, decisions))?.at.getTime() ?? null,
    code: can('deal.read', standing) ? await heldCode(s.db, found) : '',
    sent: sent && sentVersion(sent),
    keys: { brand: key('brand'), creator: key('creator') },
    clearance: await clearanceView(s.db, found),
    requests: requestViews(await changeRequestsOf(s.db, draft.id), decisions),
    threads: await threadsFor(s.db, {
      reader: { actor, standing },
      place: { draftId: draft.id },
      briefId: brief.id,
    }),
    suggestions: await suggestionsFor(s.db, { userId: actor.userId, side }, { draftId: draft.id }),
    judgements: (await judgementsOf(s.db, draft.id)).map((row) => ({
      pointId: row.pointId,
      verdict: row.verdict,
      hash: row.hash,
      anchor: row.anchor as TextAnchor,
      name: row.userName,
    })),
    writers: [...(await writersOf(s.db, draft))],
    activity: heardBy(side, decisions).map((one) => activityView(one, found)),
    hasProof: (await proofOf(s, found)) !== null,
    publishedUrl: draft.publishedUrl,
    live: await livePostView(s.db, found),
    clientComments: await clientCommentsFor(s.db, standing, draft.id),
  };
}

function deliverableView(row: DeliverableRow): DeliverableView {
  const { ordinal, title, platform, format, language, seenIn, callToAction } = row;
  return {
    ordinal,
    title,
    platform,
    format,
    language,
    seenIn,
    callToAction,
  };
}

function sentVersion(row: DraftCase['versions'][number]): SentVersion {
  const { id, n, round, contentId, approvalId, parts, authorship, subject, sentAt } = row;
  return {
    id,
    n,
    round,
    contentId,
    approvalId,
    form: parts,
    authorship: authorship ?? [],
    subject: subject as ApprovalSubject,
    sentAt: sentAt.getTime(),
  };
}

function keyView(row: DecisionRow | null): KeyView | null {
  return row && { name: row.userName, at: row.at.getTime() };
}

/** Those of the last asking; answered or not, they stay in sight until the next. */
function requestViews(rows: ChangeRequestRow[], decisions: DecisionRow[]): RequestView[] {
  const asked = decisions.findLast((one) => one.event === 'ask-changes');
  return rows
    .filter((row) => row.decisionId === asked?.id)
    .map(({ id, ordinal, body, target, answer, answerNote, answerAnchor }) => ({
      id,
      ordinal,
      body,
      target,
      answer,
      note: answerNote,
      letGo: letGoOf(decisions, id)?.userName ?? null,
      passage: answerAnchor,
    }));
}

function activityView(row: DecisionRow, { versions }: DraftCase): ActivityView {
  const { id, event, side, userName, at, versionId } = row;
  const count = (row.body as { count?: number } | null)?.count ?? null;
  const n = versions.find((version) => version.id === versionId)?.n ?? null;
  return { id, event, side, name: userName, at: at.getTime(), n, count };
}

/** The proof as it was signed, for either side to keep. */
export async function postProof(
  s: Services,
  actor: Actor,
  { draftId }: { draftId: string },
): Promise<Result<{ text: string; fileName: string }>> {
  const found = await openCase(s.db, actor, draftId);
  if (!found.ok) return found;
  if (!can('draft.read', found.value.standing)) return fail('not-found');
  const text = await proofOf(s, found.value);
  if (text === null) return fail('not-now');
  return ok({ text, fileName: `proof-${draftId}.json` });
}
