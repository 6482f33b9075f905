// The people who have something of a brief open, and of those behind a closed door only that they
// write, which the brand is told anyway.
import { creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import { standingFor } from '#db/standing.ts';
import { draftDocument, guidelinesDocument, planDocument } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, type Side, sideOf } from '#shared/roles.ts';
import { mayKnow } from '../here.ts';
import type { Services } from '../services.ts';

export type Where =
  | { kind: 'guidelines' }
  | { kind: 'plan' }
  | { kind: 'post'; draftId: string; ordinal: number; creator: string }
  /** Behind a closed door: nothing to open. */
  | { kind: 'writing'; ordinal: number };

export interface HereView {
  userId: string;
  name: string;
  side: Side;
  where: Where;
}

export interface HerePage {
  people: HereView[];
  /** Drafts whose doors and signs of life bear on it: their topics tell when. */
  drafts: string[];
}

/** Longer than the pause between two signs of life (server/writing). */
const writesMs = 120_000;

export async function hereInBrief(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
): Promise<Result<HerePage>> {
  const standing = await standingFor(s.db, actor.userId, { briefId });
  const side = standing && sideOf(standing);
  if (!side) return fail('not-found');
  const places = await placesIn(s, briefId);
  const people = new Map<string, HereView>();
  for (const who of s.hub.present()) {
    const where = places.open.get(who.document);
    if (!where || who.userId === actor.userId || !(await mayKnow(s.db, actor.userId, who)))
      continue;
    const { userId, name } = who;
    people.set(`${userId} ${who.document}`, { userId, name, side: who.side, where });
  }
  if (side === 'creator') {
    return ok({ people: [...people.values()], drafts: places.draftsOf(actor.userId) });
  }
  const since = s.now().getTime() - writesMs;
  const writing = places.alone
    .filter(({ writingAt }) => (writingAt?.getTime() ?? 0) > since)
    .map(({ person }) => person);
  return ok({
    people: [...people.values(), ...writing],
    drafts: places.draftsOf(null),
  });
}

async function placesIn(s: Services, briefId: string) {
  const [drafts, creators, deliverables] = await Promise.all([
    draftsOfBrief(s.db, briefId),
    creatorsOf(s.db, briefId),
    deliverablesOf(s.db, briefId),
  ]);
  const open = new Map<string, Where>([
    [guidelinesDocument(briefId), { kind: 'guidelines' }],
    [planDocument(briefId), { kind: 'plan' }],
  ]);
  const alone: { writingAt: Date | null; person: HereView }[] = [];
  for (const { id, creatorId, deliverableId, open: isOpen, writingAt } of drafts) {
    const creator = creators.find(({ userId }) => userId === creatorId)?.name ?? '';
    const ordinal = deliverables.find((one) => one.id === deliverableId)?.ordinal ?? 0;
    open.set(draftDocument(id), { kind: 'post', draftId: id, ordinal, creator });
    if (isOpen) continue;
    const where = { kind: 'writing', ordinal } as const;
    const person = { userId: creatorId, name: creator, side: 'creator', where } as const;
    alone.push({ writingAt, person });
  }
  const draftsOf = (creatorId: string | null) =>
    drafts.filter((one) => !creatorId || one.creatorId === creatorId).map(({ id }) => id);
  return { open, alone, draftsOf };
}
