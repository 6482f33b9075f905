// Links as things that are made and looked at. Looking changes nothing, however often a preview bot
// does it; what pressing the button does is in entrance.ts.
import { createLink, type LinkPurpose, type LinkRow, linkByHash, type NewLink } from '#db/links.ts';
import { briefDoor, creatorState, leadsOf, workspaceById } from '#db/members.ts';
import type { Executor } from '#db/open.ts';
import { isClaimed, type PersonRow, personById } from '#db/people.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { idFrom } from '#shared/ids.ts';
import type { Locale } from '#shared/words/words.ts';
import type { Services } from '../services.ts';
import { hashSecret } from './secrets.ts';
import { pageUrl, type Visitor } from './visitor.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const lifetimeMs: Record<LinkPurpose, number> = {
  setup: 7 * dayMs,
  'invite-member': 14 * dayMs,
  'invite-creator': 30 * dayMs,
  'reinvite-creator': 7 * dayMs,
  'sign-in': 15 * minuteMs,
  demo: 3650 * dayMs,
};

type Target = Omit<NewLink, 'id' | 'secretHash' | 'createdAt' | 'expiresAt'>;

/** Makes a link and tells its address, this once: the row keeps a hash of the secret. */
export async function makeLink(
  s: Services,
  tx: Executor,
  target: Target & { lifetimeMs?: number },
): Promise<string> {
  const { lifetimeMs: lifetime = lifetimeMs[target.purpose], ...columns } = target;
  const secret = s.auth.newSecret();
  const at = s.now();
  await createLink(tx, {
    ...columns,
    id: idFrom(s.randomBytes(20)),
    secretHash: hashSecret(secret),
    createdAt: at,
    expiresAt: new Date(at.getTime() + lifetime),
  });
  const page = target.purpose === 'setup' ? 'setup' : 'l';
  return pageUrl(s, `/${page}/${secret}`);
}

type DeadCode = Extract<ErrorCode, 'link-unknown' | 'link-expired' | 'link-revoked' | 'link-used'>;

/** Why a link does not let anyone in, or null when it does. */
export function linkProblem(s: Services, row: LinkRow | null): DeadCode | null {
  if (!row || (row.purpose === 'demo' && !s.config.demo)) return 'link-unknown';
  if (row.usedAt) return 'link-used';
  if (row.revokedAt) return 'link-revoked';
  if (row.expiresAt <= s.now()) return 'link-expired';
  return null;
}

/** What the page at a link shows. Of the link itself nothing but whose it is and what it does. */
export type LinkPage =
  | {
      state: 'open';
      purpose: LinkPurpose;
      locale: Locale;
      /** The brand or workspace that invites; null for a plain sign-in. */
      from: string | null;
      /** Whom it signs in; null where an account is still to be made. */
      name: string | null;
      /** The visitor is signed in as this other person, who would be signed out here. */
      switchesFrom: string | null;
      /** The visitor is signed in and may join as who they are. */
      joinsAs: string | null;
      /** The page a sign-in link leads to, for who is signed in already: no need to press. */
      here: string | null;
    }
  | {
      state: 'dead';
      code: DeadCode;
      locale: Locale;
      from: string | null;
      /** Who makes new links: asking them is the way out. Null where only signing in helps. */
      ask: string | null;
      /** The visitor is signed in as the person it was for: straight on. */
      to: string | null;
    };

export async function lookAtLink(s: Services, visitor: Visitor, token: string): Promise<LinkPage> {
  const row = await linkByHash(s.db, hashSecret(token));
  const person = row?.userId ? await personById(s.db, row.userId) : null;
  const code = linkProblem(s, row);
  const locale = person?.locale ?? visitor.actor?.locale ?? visitor.locale;
  if (!row || code)
    return deadPage(s, visitor, { row, person, locale, code: code ?? 'link-unknown' });
  const isOther = visitor.actor !== null && visitor.actor.userId !== row.userId;
  const joins = row.purpose === 'invite-member' && visitor.actor?.kind === 'brand';
  return {
    state: 'open',
    purpose: row.purpose,
    locale,
    from: await inviterOf(s.db, row),
    name: person?.name ?? null,
    switchesFrom: isOther && !joins ? (visitor.actor?.name ?? null) : null,
    joinsAs: joins ? (visitor.actor?.name ?? null) : null,
    here: row.purpose === 'sign-in' && visitor.actor && !isOther ? pageAfter(row) : null,
  };
}

interface Dead {
  row: LinkRow | null;
  person: PersonRow | null;
  locale: Locale;
  code: DeadCode;
}

async function deadPage(
  s: Services,
  visitor: Visitor,
  { row, person, locale, code }: Dead,
): Promise<LinkPage> {
  const known = code !== 'link-unknown' ? row : null;
  const isTheirs = known !== null && visitor.actor?.userId === known.userId;
  return {
    state: 'dead',
    code,
    locale,
    from: known && (await inviterOf(s.db, known)),
    ask: known && (await whomToAsk(s.db, known, person)),
    to: isTheirs ? pageAfter(known) : null,
  };
}

/** The name on the door. */
export async function inviterOf(db: Executor, row: LinkRow): Promise<string | null> {
  const brief = row.briefId ? await briefDoor(db, row.briefId) : null;
  if (brief) return brief.brandName;
  const workspace = row.workspaceId ? await workspaceById(db, row.workspaceId) : null;
  return workspace?.name ?? null;
}

/** Who can answer a request for a new link; null where the person has a way in of their own. */
export async function whomToAsk(
  db: Executor,
  row: LinkRow,
  person: PersonRow | null,
): Promise<string | null> {
  if (row.purpose === 'invite-member') return inviterName(db, row);
  if (!row.briefId || !person || (await isClaimed(db, person))) return null;
  const state = await creatorState(db, { briefId: row.briefId, userId: person.id });
  if (state === null || state === 'removed') return null;
  const [lead] = await leadsOf(db, row.briefId);
  return lead?.name ?? inviterName(db, row);
}

async function inviterName(db: Executor, row: LinkRow): Promise<string | null> {
  const inviter = row.createdBy ? await personById(db, row.createdBy) : null;
  return inviter?.name ?? null;
}

/** Where pressing the button leads. */
export function pageAfter(row: LinkRow): string {
  if (row.path) return row.path;
  const invites = row.purpose === 'invite-creator' || row.purpose === 'reinvite-creator';
  if (row.briefId && invites) return `/invite/${row.briefId}`;
  return row.briefId ? `/briefs/${row.briefId}` : '/';
}
