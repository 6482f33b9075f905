import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PostClosed } from '#app/components/post-closed.tsx';
import { PostPage } from '#app/components/post-page.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import type { PostPage as PostView } from '#server/views/drafts.ts';
import { errorTable } from '#shared/errors.ts';
import { fail } from '#shared/result.ts';

/** The post has a top bar of its own. */
export const handle = { topBar: false };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.page.creator.name} · ${loaded.page.brief.title}` : 'Cobrief' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  // A page that is loaded whole is read before its scripts run; later the live text is there.
  const withText = request.headers.get('accept')?.includes('text/html') ?? false;
  const post = await context.views.post({ draftId: params['draftId'] ?? '', withText });
  const page = unwrap(post, request);
  return { page, actor: context.actor?.userId ?? '' };
}

const intents = [
  'open-door',
  'close-door',
  'ask-look',
  'open-and-ask-look',
  'send',
  'approve',
  'clear',
  'not-clear',
  'let-go',
  'ask-changes',
  'answer',
  'keep-version',
  'ask-extra-round',
  'agree-extra-round',
  'post-it',
  'publish',
  'withdraw',
  'release',
  'reading-copy-write',
  'reading-copy-remove',
  'coverage-judge',
  'coverage-clear',
  'idea-send',
  'idea-go',
  'idea-question',
  'live-caption',
  'figures',
] as const;
type Intent = (typeof intents)[number];

const form = z.object({
  intent: z.enum(intents),
  /** Whose page it is: a command under somebody else's sign-in is refused. */
  actor: z.string(),
  input: z.string().max(100_000),
});

export async function action({ request, context, params }: ActionFunctionArgs) {
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw data({ code: 'bad-input' }, 422);
  const { intent, actor } = read.data;
  const input = inputOf(read.data.input);
  const isSame = context.actor === null || context.actor.userId === actor;
  const done =
    isSame && input !== null
      ? await perform(context, intent, { ...input, draftId: params['draftId'] ?? '' })
      : fail(isSame ? 'bad-input' : 'wrong-person');
  if (done.ok) return data({ ok: true as const, intent }, 200);
  const { error: problem } = done;
  return data({ ok: false as const, intent, problem }, errorTable[problem.code].status);
}

/** Commands check what is in it; here only that it is a JSON object. */
function inputOf(text: string): object | null {
  try {
    const input: unknown = JSON.parse(text);
    return typeof input === 'object' ? input : null;
  } catch {
    return null;
  }
}

async function perform({ commands }: ActionFunctionArgs['context'], intent: Intent, given: object) {
  // Every command decodes what it is given; the compiler cannot know what a form holds.
  const input = given as never;
  switch (intent) {
    case 'open-door':
      return commands.openDoor(input);
    case 'close-door':
      return commands.closeDoor(input);
    case 'ask-look':
      return commands.askLook(input);
    case 'open-and-ask-look': {
      const opened = await commands.openDoor(input);
      return opened.ok ? commands.askLook(input) : opened;
    }
    case 'send':
      return commands.sendDraft(input);
    case 'approve':
      return commands.approveDraft(input);
    case 'clear':
      return commands.clearDraft(input);
    case 'not-clear':
      return commands.refuseClearance(input);
    case 'let-go':
      return commands.letGo(input);
    case 'ask-changes':
      return commands.askChanges(input);
    case 'answer':
      return commands.answerChange(input);
    case 'keep-version':
      return commands.keepDraftVersion(input);
    case 'ask-extra-round':
      return commands.askExtraRound(input);
    case 'agree-extra-round':
      return commands.agreeExtraRound(input);
    case 'post-it':
      return commands.postIt(input);
    case 'publish':
      return commands.recordPublished(input);
    case 'withdraw':
      return commands.withdrawDraft(input);
    case 'release':
      return commands.releaseDraft(input);
    case 'reading-copy-write':
      return commands.writeReadingCopy(input);
    case 'reading-copy-remove':
      return commands.removeReadingCopy(input);
    case 'coverage-judge':
      return commands.judgePassage(input);
    case 'coverage-clear':
      return commands.clearJudgement(input);
    case 'idea-send':
      return commands.sendIdea(input);
    case 'idea-go':
      return commands.goForIdea(input);
    case 'idea-question':
      return commands.askAboutIdea(input);
    case 'live-caption':
      return commands.keepLiveCaption(input);
    case 'figures':
      return commands.recordFigures(input);
  }
}

export default function Post() {
  const { actor, ...loaded } = useLoaderData<typeof loader>();
  // Single fetch hands over what it was given; its types add an undefined to every optional member.
  const page = loaded.page as PostView;
  useLive([`draft:${page.id}`, `brief:${page.brief.id}`]);
  return page.door === 'closed' ? (
    <PostClosed page={page} actor={actor} />
  ) : (
    <PostPage key={page.document.epoch} page={page} actor={actor} />
  );
}
