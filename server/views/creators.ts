// Creators of a brief: the list the brand works with, and the one page a creator decides on. The
// second never holds a word about anybody else's place, deal or question.
import { type BriefRow, briefById } from '#db/briefs.ts';
import {
  agreedVersion,
  agreedVersions,
  type CreatorEntry,
  creatorPlace,
  type CreatorRow,
  creatorsElsewhere,
  creatorsOf,
  exchangesOf,
  type InvitationLink,
  newestInvitations,
} from '#db/creators.ts';
import { lastDealGiven } from '#db/deals.ts';
import { type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import { ideasOfBrief } from '#db/ideas.ts';
import { latestVersion, versionByNumber, versionsOf } from '#db/guidelines-versions.ts';
import { waitsForNewLink } from '#db/links.ts';
import { leadsOf } from '#db/members.ts';
import { isClaimed, personById } from '#db/people.ts';
import { agreementState } from '#shared/agreement.ts';
import { assigned, makes } from '#shared/assigned.ts';
import { newDraft, type Status, turn } from '#shared/approval.ts';
import { openRound } from '#db/overlap.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { diffGuidelines } from '#shared/guidelines-changes.ts';
import { ideaStage, turnAt } from '#shared/idea.ts';
import { type InvitationState, waitsForAnswer } from '#shared/invitation-state.ts';
import { nudgedLately } from '#shared/nudge.ts';
import { phoneUrl } from '#shared/phone.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { seenBrief } from '../brief-case.ts';
import { dealCase } from '../deals.ts';
import { invitationStates } from '../invitations.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

/** Where a creator's invitation link stands. */
export type LinkPhase = 'none' | 'waiting' | 'expired' | 'revoked' | 'used';

function linkPhase(link: InvitationLink | undefined, now: Date): LinkPhase {
  if (!link) return 'none';
  if (link.usedAt) return 'used';
  if (link.revokedAt) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'waiting';
}

export async function creatorsPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const mayInvite = can('creator.invite', standing);
  const creators = await creatorsOf(s.db, briefId);
  const links = await newestInvitations(s.db, briefId);
  const versions = await versionsOf(s.db, briefId);
  const agreed = await agreedVersions(
    s.db,
    creators.map((creator) => creator.id),
  );
  const exchanges = await exchangesOf(s.db, { briefId });
  const states = await invitationStates(s.db, creators, s.now());
  const deliverables = await deliverablesOf(s.db, briefId);
  const names = new Map(creators.map(({ userId, name }) => [userId, name]));
  const rows = creators.map(async (creator) => ({
    ...(await creatorCard(s, { creator, link: links.get(creator.userId) })),
    ...standingOf(s, creator, states.get(creator.userId) ?? 'sent'),
    call: mayInvite ? numberToCall(creator, states.get(creator.userId)) : null,
    /** The posts they make, where they do not make all. */
    posts: creator.posts && assigned(creator.posts, deliverables).map(postName),
    replacedBy: names.get(creator.replacedBy ?? '') ?? null,
    deal: can('deal.write', standing) ? await dealLine(s, creator) : null,
    agreed: agreed.get(creator.id) ?? 0,
    agreement: agreementState(versions, agreed.get(creator.id) ?? 0),
    exchanges: exchanges.filter((one) => one.creatorId === creator.userId),
  }));
  return ok({
    briefId,
    brandName: brief.brandName,
    languages: brief.languages,
    newest: versions[0]?.n ?? 0,
    creators: await Promise.all(rows),
    known: mayInvite
      ? await creatorsElsewhere(s.db, { workspaceId: brief.workspaceId, briefId })
      : [],
    offered: can('deal.write', standing) ? await lastTerms(s, briefId) : null,
    may: { invite: mayInvite },
  });
}

const postName = ({ ordinal, title, format }: DeliverableRow) => ({ ordinal, title, format });

/** Where their invitation stands at this moment, and what may be done about it. */
function standingOf(s: Services, { nudgedAt }: CreatorEntry, status: InvitationState) {
  return {
    status,
    nudgedAt,
    mayNudge: waitsForAnswer(status) && !nudgedLately(nudgedAt, s.now()),
    mayReplace: status !== 'replaced',
  };
}

/** Of who owes an answer; the number is nobody's else to know. */
const numberToCall = ({ phone }: CreatorEntry, status: InvitationState | undefined) =>
  waitsForAnswer(status) ? phoneUrl(phone) : null;

interface Card {
  creator: CreatorEntry;
  link: InvitationLink | undefined;
}

async function creatorCard(s: Services, { creator, link }: Card) {
  const { userId, name, locale, handle, state, note, invitedAt, answeredAt } = creator;
  const { briefId } = creator;
  const person = await personById(s.db, userId);
  const claimed = person !== null && (await isClaimed(s.db, person));
  const waits = await waitsForNewLink(s.db, { briefId, userId });
  return {
    userId,
    name,
    locale,
    handle,
    state,
    note,
    invitedAt,
    answeredAt,
    link: linkPhase(link, s.now()),
    linkUntil: link?.expiresAt ?? null,
    /** They could not get in and asked for a link. */
    waits,
    /** Whether the brand may copy a way in now: the same rule as the command's. */
    mayCopy: state === 'invited' || (state !== 'removed' && waits && !claimed),
  };
}

/** What the last creator was given, without what is one creator's alone: the code. */
async function lastTerms(s: Services, briefId: string) {
  const last = await lastDealGiven(s.db, { briefId });
  return last && { fee: last.fee, product: last.product, code: '', terms: last.terms };
}

/** The deal in one line, and whether it waits for the creator. */
async function dealLine(s: Services, creator: CreatorRow) {
  const { phase } = await dealCase(s.db, creator);
  const { fee, product, code, terms } = creator;
  return { fee, product, code, terms, phase };
}

/** The creator's one page: who asks, what is theirs to decide, message, dates, deal, their answer. */
export async function invitePage(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<({ phase: 'removed' } & Frame) | OfferPage>> {
  const brief = await briefById(s.db, briefId);
  const creator = await creatorPlace(s.db, { briefId, userId: actor.userId });
  if (!brief || !creator) return fail('not-found');
  if (creator.state === 'removed') return ok({ phase: 'removed', ...frameOf(brief, creator) });
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'version.read' });
  return allowed.ok ? ok(await offerPage(s, brief, creator)) : allowed;
}

type Frame = ReturnType<typeof frameOf>;

function frameOf(brief: BriefRow, { userId }: CreatorRow) {
  const { id: briefId, title, brandName, product, timeZone, languages } = brief;
  return { briefId, userId, title, brandName, product, timeZone, languages };
}

type OfferPage = Awaited<ReturnType<typeof offerPage>>;

async function offerPage(s: Services, brief: BriefRow, creator: CreatorRow) {
  const { userId, state } = creator;
  const briefId = brief.id;
  const leads = await leadsOf(s.db, briefId);
  const exchanges = await exchangesOf(s.db, { briefId, userId });
  return {
    phase: 'asked' as const,
    ...frameOf(brief, creator),
    leads: leads.map((lead) => lead.name),
    state,
    deal: await dealCase(s.db, creator),
    guidelines: await publishedFor(s, briefId, userId),
    posts: await ownPosts(s, brief, creator),
    exchanges: exchanges.map(({ byCreator, text, at }) => ({ byCreator, text, at })),
    /** The live text is open to creators too. */
    isLive: brief.guidelinesOpen,
    /** A comparison of followers is open to them. */
    asksFollowers: state === 'in' && (await openRound(s.db, briefId)) !== null,
  };
}

/** The newest version beside the one agreed to; null before anything was published. */
async function publishedFor(s: Services, briefId: string, userId: string) {
  const version = await latestVersion(s.db, briefId);
  if (!version) return null;
  const agreed = await agreedVersion(s.db, { briefId, userId });
  const before = agreed > 0 ? await versionByNumber(s.db, briefId, agreed) : null;
  const structure = version.structure as Guidelines;
  const old = before ? (before.structure as Guidelines) : null;
  const versions = await versionsOf(s.db, briefId);
  return {
    n: version.n,
    hash: version.hash,
    note: version.note,
    publishedAt: version.publishedAt,
    structure,
    agreed,
    agreement: agreementState(versions, agreed),
    before: old,
    changes: old ? diffGuidelines(old, structure) : [],
  };
}

async function ownPosts(s: Services, brief: BriefRow, { userId, posts }: CreatorRow) {
  const drafts = (await draftsOfBrief(s.db, brief.id)).filter((row) => row.creatorId === userId);
  const ideas = await ideasOfBrief(s.db, brief.id);
  const begun = new Map(drafts.map((one) => [one.deliverableId, one]));
  const rows = (await deliverablesOf(s.db, brief.id)).filter(
    ({ id }) => makes(posts, id) || begun.has(id),
  );
  return rows.map((row) => {
    const draft = begun.get(row.id);
    const status = draft?.status as Status | undefined;
    if (!draft || !status) return { ...row, draft: null };
    const { id, writingAt } = draft;
    const { ideaFirst } = row;
    const stage = ideaStage({ ideaFirst, status, writingAt, idea: ideas.get(id) ?? null });
    const whose = turnAt(stage, turn({ ...newDraft(brief.rounds), status }));
    return { ...row, draft: { id, status, turn: whose } };
  });
}
