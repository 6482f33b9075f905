import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useWords } from '#app/components/words.tsx';
import { DeadLink } from '#app/entrance/dead-link.tsx';
import { OpenLink } from '#app/entrance/open-link.tsx';
import { problemWords } from '#app/entrance/problems.ts';
import { fieldsOf, secretPage, through } from '#app/entrance/through.ts';
import { errorTable, type Problem } from '#shared/errors.ts';
import { auth } from '#shared/words/auth.ts';

export const handle = { bare: true };
export const headers = () => secretPage;

/** Looking uses nothing up: preview bots come first, and often. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const page = await context.entrance.look(token);
  if (page.state === 'open' && page.purpose === 'setup') throw redirect(`/setup/${token}`);
  if (page.state === 'open' && page.here) throw redirect(page.here);
  return page;
}

/** In a chat's preview: who it is from and a greeting, and nothing else. */
export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const w = auth[page?.locale ?? 'en'];
  const title = page?.from ? w.previewTitle({ from: page.from }) : 'Cobrief';
  return [
    { title },
    { property: 'og:title', content: title },
    { property: 'og:description', content: w.previewText },
    { property: 'og:type', content: 'website' },
  ];
};

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('ask') }),
  z.object({ intent: z.literal('join-as-me') }),
  z.object({
    intent: z.literal('join'),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return said({ problem: { code: 'bad-input' } });
  const { entrance } = context;
  if (input.data.intent === 'ask') {
    const answer = await entrance.ask(token);
    return said(answer.ok ? answer.value : { problem: answer.error });
  }
  if (input.data.intent === 'open') {
    const opened = await entrance.open(token);
    return opened.ok ? through(opened.value) : said({ problem: opened.error });
  }
  const as = input.data.intent === 'join' ? input.data : 'me';
  const joined = await entrance.join({ token, as });
  if (joined.ok) return through(joined.value);
  const typed = as === 'me' ? undefined : { name: as.name, email: as.email };
  return said({ problem: joined.error, ...(typed && { typed }) });
}

interface Answer {
  problem?: Problem;
  asked?: string;
  typed?: { name: string; email: string };
}

function said(answer: Answer) {
  return data(answer, answer.problem ? errorTable[answer.problem.code].status : 200);
}

export default function LinkPage() {
  const w = useWords(auth);
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problem = answer?.problem;
  if (page.state === 'open')
    return <OpenLink page={page} problem={problem} typed={answer?.typed} />;
  const words = problem && !problem.code.startsWith('link-') ? problemWords(w, problem) : undefined;
  return <DeadLink page={page} asked={answer?.asked} problem={words} />;
}
