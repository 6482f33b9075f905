// Keeping, showing and removing one's own figures, for a page that stays where it is: JSON in, JSON
// out, and every open page hears of what changed.
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { errorTable } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';

const form = z.object({
  intent: z.enum(['keep', 'remove', 'paid', 'show', 'account', 'forget']),
  /** Whose page it is: figures are nobody else's. */
  actor: z.string(),
  input: z.record(z.string(), z.unknown()),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const read = form.safeParse(await request.json().catch(() => null));
  const done = await answer(context, read.success ? read.data : null);
  const status = done.ok ? 200 : errorTable[done.error.code].status;
  return Response.json(done, { status });
}

async function answer(
  { actor, commands }: ActionFunctionArgs['context'],
  asked: z.output<typeof form> | null,
): Promise<Result<unknown>> {
  if (!asked) return fail('bad-input');
  if (actor && actor.userId !== asked.actor) return fail('wrong-person');
  // Every command decodes what it is given.
  const input = asked.input as never;
  switch (asked.intent) {
    case 'keep':
      return commands.importPosts(input);
    case 'remove':
      return commands.removeImport(input);
    case 'paid':
      return commands.markSponsored(input);
    case 'show':
      return commands.showFigures(input);
    case 'account':
      return commands.saveChannel(input);
    case 'forget':
      return commands.removeChannel(input);
  }
}
