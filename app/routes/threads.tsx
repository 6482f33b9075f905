// Comments wherever they stand, on a post or on the guidelines: one door for all their commands.
import { type ActionFunctionArgs, data } from '@remix-run/node';
import { z } from 'zod';
import { errorTable } from '#shared/errors.ts';
import { fail } from '#shared/result.ts';

const form = z.object({
  intent: z.enum(['start', 'reply', 'resolve', 'reopen', 'edit', 'delete', 'read', 'writing']),
  /** Whose page it is: a command under somebody else's sign-in is refused. */
  actor: z.string(),
  input: z.string().max(100_000),
});
type Intent = z.output<typeof form>['intent'];

export async function action({ request, context }: ActionFunctionArgs) {
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw data({ code: 'bad-input' }, 422);
  const { intent, actor, input } = read.data;
  const isSame = context.actor === null || context.actor.userId === actor;
  const done = isSame
    ? await perform(context.commands, intent, inputOf(input))
    : fail('wrong-person');
  if (done.ok) return data({ ok: true as const, intent }, 200);
  return data(
    { ok: false as const, intent, problem: done.error },
    errorTable[done.error.code].status,
  );
}

/** Commands check what is in it. */
function inputOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function perform(
  commands: ActionFunctionArgs['context']['commands'],
  intent: Intent,
  given: unknown,
) {
  // Every command decodes what it is given; the compiler cannot know what a form holds.
  const input = given as never;
  switch (intent) {
    case 'start':
      return commands.startThread(input);
    case 'reply':
      return commands.reply(input);
    case 'resolve':
      return commands.resolve(input);
    case 'reopen':
      return commands.reopen(input);
    case 'edit':
      return commands.editComment(input);
    case 'delete':
      return commands.deleteComment(input);
    case 'read':
      return commands.markRead(input);
    case 'writing':
      return commands.showWriting(input);
  }
}
