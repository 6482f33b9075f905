// Links by which a client looks at a brief's posts without an account: made, and taken back.
import { z } from 'zod';
import { createClientLink, revokeClientLink as revokeRow } from '#db/client-links.ts';
import { clientLifetimes, clientLinkEnds, clientShows } from '#shared/client-link.ts';
import { namedLine } from '#shared/form-fields.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { clientLinks } from '#shared/words/client.ts';
import { parse } from '../auth/accounts.ts';
import { hashSecret } from '../auth/secrets.ts';
import { pageUrl } from '../auth/visitor.ts';
import { type HandedLink, handOver } from '../handing.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand } from '../telling.ts';

const linkForm = z.object({
  briefId: z.string(),
  name: namedLine(80),
  shows: z.enum(clientShows),
  lasts: z.enum(clientLifetimes),
});

/** The address is told this once: the row keeps a hash of its secret. */
export async function makeClientLink(
  s: Services,
  actor: Actor,
  input: z.input<typeof linkForm>,
): Promise<Result<HandedLink>> {
  const form = parse(linkForm, input);
  if (!form.ok) return form;
  const { briefId, name, shows, lasts } = form.value;
  const secret = s.auth.newSecret();
  const at = s.now();
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'client.link' });
    if (!allowed.ok) return allowed;
    await createClientLink(tx, {
      id: idFrom(s.randomBytes(20)),
      briefId,
      secretHash: hashSecret(secret),
      name,
      shows,
      createdBy: actor.userId,
      createdAt: at,
      expiresAt: clientLinkEnds(at, lasts),
    });
    await tellBrand(s, tx, { briefId, actor, kind: 'client.link' });
    const { brandName: brand } = await existingBrief(tx, briefId);
    const words = clientLinks[actor.locale];
    return ok(
      handOver(pageUrl(s, `/client/${secret}`), (url) => words.message({ name, brand, url })),
    );
  });
}

/** From this moment the page and its pictures are gone, whoever has them open. */
export async function revokeClientLink(
  s: Services,
  actor: Actor,
  { briefId, linkId }: { briefId: string; linkId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'client.link' });
    if (!allowed.ok) return allowed;
    if (!(await revokeRow(tx, { id: linkId, briefId, at: s.now() }))) return fail('not-found');
    await tellBrand(s, tx, { briefId, actor, kind: 'client.revoked' });
    return ok(null);
  });
}
