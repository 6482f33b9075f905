// The server's end of app/collab/asking.ts and app/imports/asking.ts: JSON in, JSON out, for pages
// that stay where they are and hear of what changed as every open page does.
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { errorTable } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';

const form = z.object({
  intent: z.string(),
  /** Whose page it is: a command under somebody else's sign-in is refused. */
  actor: z.string(),
  input: z.record(z.string(), z.unknown()),
});

/** Commands by intent; every command decodes what it is given. */
type Commands = Record<string, (input: never) => Promise<Result<unknown>>>;

export async function answerJson(
  { request, context: { actor } }: ActionFunctionArgs,
  commands: Commands,
): Promise<Response> {
  const done = await run(form.safeParse(await request.json().catch(() => null)).data);
  return Response.json(done, { status: done.ok ? 200 : errorTable[done.error.code].status });

  async function run(asked: z.output<typeof form> | undefined): Promise<Result<unknown>> {
    const command = asked && Object.hasOwn(commands, asked.intent) && commands[asked.intent];
    if (!command) return fail('bad-input');
    if (actor && actor.userId !== asked.actor) return fail('wrong-person');
    return command(asked.input as never);
  }
}
