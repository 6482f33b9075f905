// Publishing: the live guidelines frozen as version n under their hash; and the door through which
// creators may look at the live text. The words themselves are written in the document, never here.
import { z } from 'zod';
import { updateBrief } from '#db/briefs.ts';
import { bumpAcl } from '#db/documents.ts';
import { addVersion, latestVersion, type VersionRow } from '#db/guidelines-versions.ts';
import type { Tx } from '#db/open.ts';
import { publishingFacts } from '#db/publishing.ts';
import { changeKinds } from '#shared/agreement.ts';
import { guidelinesHash } from '#shared/content-id.ts';
import { passage } from '#shared/form-fields.ts';
import {
  type Guidelines,
  type GuidelinesContent,
  guidelinesJson,
  publishBlockers,
  readGuidelines,
} from '#shared/guidelines.ts';
import { guidelinesDocument, idFrom } from '#shared/ids.ts';
import {
  type FactCreator,
  type PublishingEffect,
  publishingEffect,
} from '#shared/publishing-effect.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { sha256 } from '../drafts.ts';
import { tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellEveryone } from '../telling.ts';

const publishForm = z.object({
  briefId: z.string(),
  change: z.enum(changeKinds),
  note: passage(1000),
  /** The hash of what the lead had on screen; anything else is not published. */
  seen: z.string().optional(),
});

/** Freezes the live guidelines as the next version. */
export async function publishGuidelines(
  s: Services,
  actor: Actor,
  input: z.input<typeof publishForm>,
): Promise<Result<{ n: number; hash: string }>> {
  const form = parse(publishForm, input);
  if (!form.ok) return form;
  const { briefId, change, note, seen } = form.value;
  const place = { briefId };
  const mayPublish = await judge(s.db, { actor, place, action: 'guidelines.publish' });
  if (!mayPublish.ok) return mayPublish;
  const frozen = await freeze(s, briefId);
  if (!frozen.ok) return frozen;
  if (seen && seen !== frozen.value.hash) return fail('content-changed', { field: 'seen' });
  return s.db.transaction(async (tx) => {
    const still = await judge(tx, { actor, place, action: 'guidelines.publish' });
    if (!still.ok) return still;
    const row = await nextVersion(s, tx, { briefId, change, note, actor, ...frozen.value });
    if (!row.ok) return row;
    // Read before the version is there, as the dialog read it.
    const facts = await publishingFacts(tx, briefId);
    await addVersion(tx, row.value);
    const { n, hash, change: kind } = row.value;
    // Creators hear of it too: the published text is theirs to read.
    const body = { n, change: kind };
    await tellEveryone(s, tx, { briefId, actor, kind: 'guidelines.published', body });
    if (kind !== 'first') {
      const effect = publishingEffect(facts, kind);
      await tellCreators(s, tx, { briefId, actor, n, effect });
    }
    return ok({ n, hash });
  });
}

/** Each in the way that was foretold before publishing. */
async function tellCreators(
  s: Services,
  tx: Tx,
  { effect, n, ...about }: { briefId: string; actor: Actor; n: number; effect: Effect },
): Promise<void> {
  const told = [
    ['guidelines-agree', effect.agrees],
    ['guidelines-wording', effect.told],
    ['guidelines-settled', effect.settled],
  ] as const;
  for (const [kind, creators] of told) {
    const to = creators.map(({ userId }) => userId);
    await tellPeople(s, tx, { ...about, kind, to, body: { n } });
  }
}

type Effect = PublishingEffect<FactCreator>;

interface Frozen {
  content: GuidelinesContent;
  structure: Guidelines;
  hash: string;
}

async function freeze(s: Services, briefId: string): Promise<Result<Frozen>> {
  const read = await s.hub.read(guidelinesDocument(briefId), (doc) => ({
    content: guidelinesJson(doc),
    ...readGuidelines(doc),
  }));
  if (!read) return fail('not-found');
  const { content, structure, problems } = read;
  const blockers = publishBlockers(problems);
  if (blockers.length > 0) {
    return fail('not-now', { field: 'guidelines', params: { count: blockers.length } });
  }
  return ok({ content, structure, hash: guidelinesHash(content, sha256) });
}

async function nextVersion(
  s: Services,
  tx: Tx,
  next: Frozen & Pick<VersionRow, 'briefId' | 'change' | 'note'> & { actor: Actor },
): Promise<Result<VersionRow>> {
  const { actor, ...fields } = next;
  const last = await latestVersion(tx, next.briefId);
  if (last?.hash === next.hash) return fail('not-now', { field: 'unchanged' });
  // The first version is the first whatever was asked, and no later one is.
  if (last && next.change === 'first') return fail('bad-input', { field: 'change' });
  return ok({
    ...fields,
    id: idFrom(s.randomBytes(20)),
    n: (last?.n ?? 0) + 1,
    change: last ? next.change : 'first',
    publishedBy: actor.userId,
    publishedAt: s.now(),
  });
}

const doorForm = z.object({ briefId: z.string(), open: z.boolean() });

/** Opens the live guidelines to the brief's creators, or closes them again. */
export async function setGuidelinesDoor(
  s: Services,
  actor: Actor,
  input: z.input<typeof doorForm>,
): Promise<Result<null>> {
  const form = parse(doorForm, input);
  if (!form.ok) return form;
  const { briefId, open } = form.value;
  return s.db.transaction(async (tx) => {
    await bumpAcl(tx, { briefId });
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'guidelines.door' });
    if (!allowed.ok) return allowed;
    await updateBrief(tx, briefId, { guidelinesOpen: open });
    const kind = open ? 'guidelines.opened' : 'guidelines.closed';
    await tellEveryone(s, tx, { briefId, actor, kind });
    tx.afterCommit(() => s.hub.rightsChanged({ document: guidelinesDocument(briefId) }));
    return ok(null);
  });
}
