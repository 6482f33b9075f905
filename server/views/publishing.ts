// What the dialog that publishes guidelines foretells: who must agree again, who is told, which posts
// keep their version. Names and steps only; nothing of a post that is Just me but that it is not sent.
import { publishingFacts } from '#db/publishing.ts';
import { ok } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';

export async function publishingOutlook(
  s: Services,
  actor: Actor,
  { briefId }: { briefId: string },
) {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'guidelines.publish' });
  if (!allowed.ok) return allowed;
  return ok(await publishingFacts(s.db, briefId));
}
