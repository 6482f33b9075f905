// Many creators at once: rows pasted from a sheet, looked at, invited; then a message for each.
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { useFetcher, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { type Answer, answer, formFields } from '#app/components/brief-answer.ts';
import { InvitePaste } from '#app/components/invite-paste.tsx';
import { InvitePreview } from '#app/components/invite-preview.tsx';
import { InviteReady, type ReadyOne } from '#app/components/invite-ready.tsx';
import { Page } from '#app/components/surface.tsx';
import { useKeptText } from '#app/components/use-kept-text.ts';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { type Entry, type Pasted, readInvitations, restOf } from '#shared/invitation-rows.ts';
import { fail } from '#shared/result.ts';

/** Invitation links pass through here: no cache keeps them. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return unwrap(await context.views.invitingPage({ briefId }), request);
}

type Rows = Parameters<AppLoadContext['commands']['inviteMany']>[0]['rows'];

/** The command checks every row itself: what comes from a form is only text until then. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { rows } = await formFields(request);
  const given = read(String(rows));
  if (given === null) return answer('invite-many', fail('bad-input'));
  const briefId = params['briefId'] ?? '';
  return answer('invite-many', await context.commands.inviteMany({ briefId, rows: given }));
}

function read(text: string): Rows | null {
  try {
    return JSON.parse(text) as Rows;
  } catch {
    return null;
  }
}

export default function InviteMany() {
  const around = useLoaderData<typeof loader>();
  const { briefId, brandName } = around;
  useLive([`brief:${briefId}`, `guidelines:${briefId}`]);
  const [text, setText] = useKeptText(`invite:${briefId}`);
  const [sheet, setSheet] = useState<Pasted | null>(null);
  // A fetcher of its own for each go: the answer to the one before is not this one's.
  const [go, setGo] = useState(0);
  const fetcher = useFetcher<Answer<ReadyOne[]>>({ key: `invite:${briefId}:${go}` });
  const { value = null, problem = null } = fetcher.data ?? {};
  const look = (pasted: string) => {
    setText(pasted);
    setSheet(readInvitations(pasted));
  };
  const invite = (entries: Entry[], roles: Pasted['roles']) => {
    // What waits for the next go is read the same way.
    if (sheet) setSheet({ ...sheet, roles });
    fetcher.submit({ rows: JSON.stringify(entries) }, { method: 'post' });
  };
  if (value) {
    const rest = sheet ? restOf(sheet) : '';
    const next = () => {
      setGo(go + 1);
      look(rest);
    };
    return (
      <Page>
        <InviteReady
          {...{ briefId, brandName, rest: sheet?.rest.length ?? 0 }}
          made={value}
          onNext={next}
          onSeen={() => setText(rest)}
        />
      </Page>
    );
  }
  return (
    <Page wide>
      {sheet && sheet.rows.length > 0 ? (
        <InvitePreview
          {...{ sheet, around, problem }}
          isBusy={fetcher.state !== 'idle'}
          onBack={() => setSheet(null)}
          onInvite={invite}
        />
      ) : (
        <InvitePaste
          {...{ text, briefId }}
          isEmpty={sheet !== null}
          onType={setText}
          onLook={look}
        />
      )}
    </Page>
  );
}
