// The forms of pages on which pictures of a style are changed.
import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { fail } from '#shared/result.ts';
import { answer, formFields } from './brief-answer.ts';

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('describe-picture'), pictureId: z.string(), alt: z.string() }),
  z.object({ intent: z.literal('move-picture'), pictureId: z.string(), to: z.string() }),
  z.object({ intent: z.literal('remove-picture'), pictureId: z.string() }),
]);

export async function changePictures(request: Request, { commands }: AppLoadContext) {
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'describe-picture':
      return answer(intent, await commands.describePicture(input.data));
    case 'move-picture':
      return answer(intent, await commands.movePicture(input.data));
    case 'remove-picture':
      return answer(intent, await commands.removePicture(input.data));
  }
}
