// What the page needs on which many creators are invited at once: the posts there are, who is in the
// brief already, and whom the workspace knows.
import { creatorsElsewhere, creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { seenBrief } from '../brief-case.ts';
import type { Services } from '../services.ts';

export async function invitingPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('creator.invite', standing)) return fail('not-allowed');
  const { workspaceId, brandName, languages } = brief;
  const deliverables = await deliverablesOf(s.db, briefId);
  const here = await creatorsOf(s.db, briefId);
  return ok({
    briefId,
    brandName,
    language: languages.includes('th') ? ('th' as const) : ('en' as const),
    deliverables: deliverables.map(({ id, ordinal, title, platform, format }) => ({
      id,
      ordinal,
      title,
      platform,
      format,
    })),
    here: here.map(({ name, handle }) => ({ name, handle })),
    known: await creatorsElsewhere(s.db, { workspaceId, briefId }),
  });
}
