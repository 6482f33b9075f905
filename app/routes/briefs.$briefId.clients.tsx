import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Eye } from 'lucide-react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { ClientLinkRow, MakeClientLink } from '#app/components/client-links.tsx';
import { EmptyState, Page, PageHeader, Rows } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { clientLifetimes, clientShows } from '#shared/client-link.ts';
import { fail } from '#shared/result.ts';
import { clientLinks } from '#shared/words/client.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return { briefId, ...unwrap(await context.views.clientLinksPage({ briefId }), request) };
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('make-client-link'),
    name: z.string(),
    shows: z.enum(clientShows),
    lasts: z.enum(clientLifetimes),
  }),
  z.object({ intent: z.literal('revoke-client-link'), linkId: z.string() }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  if (input.data.intent === 'revoke-client-link') {
    const { intent, linkId } = input.data;
    return answer(intent, await commands.revokeClientLink({ briefId, linkId }));
  }
  const { intent, ...link } = input.data;
  const made = await commands.makeClientLink({ ...link, briefId });
  return answer(intent, made.ok ? { ...made, value: { ...made.value, name: link.name } } : made);
}

export default function ClientLinks() {
  const w = useWords(clientLinks);
  const { briefId, timeZone, links } = useLoaderData<typeof loader>();
  useLive([`brief:${briefId}`]);
  return (
    <Page>
      <PageHeader title={w.title} intro={w.intro} action={<MakeClientLink />} />
      {links.length === 0 ? (
        <EmptyState icon={<Eye className="size-6" />} title={w.none}>
          <p>{w.noneHint}</p>
        </EmptyState>
      ) : (
        <Rows>
          {links.map((link) => (
            <ClientLinkRow key={link.id} link={link} timeZone={timeZone} />
          ))}
        </Rows>
      )}
    </Page>
  );
}
