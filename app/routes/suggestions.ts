// Suggesting and answering, for pages that stay where they are: JSON in, JSON out, and the page
// hears of what changed as everybody else does.
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { errorTable } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';

const form = z.object({
  intent: z.enum(['suggest', 'withdraw', 'accept', 'keep', 'explain']),
  /** Whose page it is: a command under somebody else's sign-in is refused. */
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
    case 'suggest':
      return commands.suggest(input);
    case 'withdraw':
      return commands.withdrawSuggestion(input);
    case 'accept':
      return commands.acceptSuggestions(input);
    case 'keep':
      return commands.keepSuggestions(input);
    case 'explain':
      return commands.explainKept(input);
  }
}
