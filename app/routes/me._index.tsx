// My page: a creator's own captions, and how they write.
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  useLoaderData,
} from '@remix-run/react';
import { z } from 'zod';
import { MyPageNav } from '#app/components/my-page-nav.tsx';
import { EmptyState, Page, PageHeader, Section } from '#app/components/surface.tsx';
import { VoiceCaptions } from '#app/components/voice-captions.tsx';
import VoiceCardView from '#app/components/voice-card.tsx';
import { VoicePaste } from '#app/components/voice-paste.tsx';
import { VoiceShare } from '#app/components/voice-share.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { fieldsOf } from '#app/entrance/through.ts';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import type { OwnVoice } from '#server/views/voice.ts';
import { errorTable, type Problem } from '#shared/errors.ts';
import { fail } from '#shared/result.ts';
import { leastCaptions } from '#shared/voice.ts';
import { myPage } from '#shared/words/my-page.ts';
import { voice } from '#shared/words/voice.ts';
import { voiceCard } from '#shared/words/voice-card.ts';

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const all = new URL(request.url).searchParams.has('all');
  const own = unwrap(await context.views.myVoice({ all }), request);
  return { own, actor: context.actor?.userId ?? '' };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), actor: z.string(), text: z.string() }),
  z.object({ intent: z.literal('take'), actor: z.string() }),
  z.object({ intent: z.literal('remove'), actor: z.string(), id: z.string() }),
  z.object({ intent: z.literal('remove-all'), actor: z.string() }),
  z.object({ intent: z.literal('show'), actor: z.string(), shown: z.enum(['yes', 'no']) }),
]);
type Form = z.output<typeof form>;

export async function action({ request, context }: ActionFunctionArgs) {
  const read = form.safeParse(await fieldsOf(request));
  if (!read.success) return refused({ code: 'bad-input' });
  // Captions are nobody else's: a page left open under another sign-in changes nothing.
  const isSame = context.actor === null || context.actor.userId === read.data.actor;
  const done = isSame ? await perform(context, read.data) : fail('wrong-person');
  return done.ok ? data({ value: done.value, problem: null }, 200) : refused(done.error);
}

function perform({ commands }: ActionFunctionArgs['context'], input: Form) {
  switch (input.intent) {
    case 'add':
      return commands.addCaptions(input);
    case 'take':
      return commands.takePublished();
    case 'remove':
      return commands.removeCaption(input);
    case 'remove-all':
      return commands.removeAllCaptions();
    case 'show':
      return commands.showVoice({ shown: input.shown === 'yes' });
  }
}

const refused = (problem: Problem) =>
  data({ value: null, problem }, errorTable[problem.code].status);

/** Without a connection the page stays, with everything that was pasted into it. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (fault) {
    if (fault instanceof Response || isRouteErrorResponse(fault)) throw fault;
    return { value: null, problem: { code: 'unavailable' } satisfies Problem };
  }
}

export default function MyPage() {
  const w = useWords(myPage);
  const { cardTitle } = useWords(voice);
  const { own, actor } = useLoaderData<typeof loader>();
  useLive([`person:${actor}`]);
  return (
    <Page>
      <MyPageNav />
      <PageHeader title={w.pageTitle} intro={w.pageIntro} />
      <Section title={cardTitle}>
        <OwnCard own={own} />
      </Section>
      <VoicePaste own={own} actor={actor} />
      {own.count > 0 && <VoiceShare own={own} actor={actor} />}
      <VoiceCaptions own={own} actor={actor} />
    </Page>
  );
}

function OwnCard({ own }: { own: OwnVoice }) {
  const w = useWords(voiceCard);
  const { listNoneHow } = useWords(myPage);
  const format = useFormat();
  if (own.card) {
    return (
      <div className="rounded-2xl border border-creator/40 bg-raised p-4 md:p-6">
        <VoiceCardView card={own.card} isWide />
      </div>
    );
  }
  return (
    <EmptyState title={w.cardNone}>
      <p>
        {own.count === 0 ? listNoneHow : w.cardFew({ n: format.number(leastCaptions - own.count) })}
      </p>
    </EmptyState>
  );
}
