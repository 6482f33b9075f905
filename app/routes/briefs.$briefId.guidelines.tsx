import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useFetcher, useLoaderData } from '@remix-run/react';
import { digest } from 'lib0/hash/sha256';
import { useRef, useState } from 'react';
import { z } from 'zod';
import type { Connection } from '#app/collab/connection.ts';
import { type Answer, answer, formFields } from '#app/components/brief-answer.ts';
import { PostsToMake } from '#app/components/brief-deliverables.tsx';
import { focusProblem, ProblemList } from '#app/components/brief-guidelines-problems.tsx';
import { BringIn } from '#app/components/bring-in.tsx';
import LiveGuidelines from '#app/components/brief-live-guidelines.tsx';
import { WhatWorked } from '#app/components/last-time.tsx';
import { Publish } from '#app/components/brief-publish.tsx';
import { Choice } from '#app/components/field.tsx';
import { Card, Page, Section } from '#app/components/surface.tsx';
import { useGuidelinesTalk } from '#app/components/guidelines-talk.tsx';
import { TakeGuidelines } from '#app/components/take-along.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { changeKinds } from '#shared/agreement.ts';
import { guidelinesHash } from '#shared/content-id.ts';
import {
  type GuidelinesProblem,
  guidelinesJson,
  publishBlockers,
  readGuidelines,
} from '#shared/guidelines.ts';
import { fail } from '#shared/result.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const page = unwrap(await context.views.guidelinesPage({ briefId }), request);
  return { ...page, said: unwrap(await context.views.threads({ briefId }), request) };
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('publish'),
    change: z.enum(changeKinds),
    note: z.string(),
    seen: z.string(),
  }),
  z.object({ intent: z.literal('door'), open: z.enum(['yes', 'no']) }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  if (input.data.intent === 'publish') {
    return answer('publish', await commands.publishGuidelines({ ...input.data, briefId }));
  }
  const open = input.data.open === 'yes';
  return answer('door', await commands.setGuidelinesDoor({ briefId, open }));
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the page reads out of the live document, afresh after each change. */
interface Reading {
  problems: GuidelinesProblem[];
  isSaved: boolean;
}

const nothingRead: Reading = { problems: [], isSaved: false };

export default function GuidelinesPage() {
  const page = useLoaderData<typeof loader>();
  const { briefId, languages, right, versions, may } = page;
  const [reading, setReading] = useState<Reading>(nothingRead);
  const live = useRef<Connection | null>(null);
  useLive([`guidelines:${briefId}`, `brief:${briefId}`]);
  const talk = useGuidelinesTalk(page, live);

  const read = (connection: Connection, isSaved: boolean) => {
    live.current = connection;
    setReading({ problems: readGuidelines(connection.doc, languages).problems, isSaved });
  };
  const go = (problem: GuidelinesProblem) => {
    if (live.current) focusProblem(problem, live.current.doc);
  };
  const isRead = reading !== nothingRead;
  const isEmpty = ['core-empty', 'points-few'].every((kind) =>
    reading.problems.some((problem) => problem.kind === kind),
  );
  const bring = { languages, live: () => live.current?.doc ?? null };
  const seen = () =>
    live.current ? guidelinesHash(guidelinesJson(live.current.doc), digest) : null;
  return (
    <Page wide>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {may.publish && (
          <div className="z-20 flex flex-col lg:sticky lg:top-16 lg:col-start-2 lg:row-start-1 lg:self-start">
            <Publish
              next={(versions[0]?.n ?? 0) + 1}
              newest={versions[0]?.hash ?? null}
              blockers={publishBlockers(reading.problems)}
              isSaved={reading.isSaved}
              seen={seen}
              onGo={go}
            />
          </div>
        )}
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {right === 'write' && <BringIn {...bring} asks isOffered={isEmpty} />}
          {right !== 'none' && (
            <LiveGuidelines
              document={page.document}
              userId={page.userId}
              languages={languages}
              right={right}
              onReading={read}
              talk={talk.editor}
              aside={talk.aside}
            />
          )}
          {talk.below}
          <div className="mt-10">
            <PostsToMake
              briefId={briefId}
              deliverables={page.deliverables}
              timeZone={page.timeZone}
              mayEdit={may.edit}
            />
          </div>
        </div>
        {talk.column}
        <aside
          hidden={talk.column !== null}
          className="flex flex-col gap-6 lg:sticky lg:top-32 lg:col-start-2 lg:row-start-2 lg:self-start"
        >
          {right === 'write' && <Missing problems={reading.problems} onGo={go} />}
          {may.door && <Door isOpen={page.isOpen} />}
          <WhatWorked briefId={briefId} />
          <Versions {...page} />
          {right === 'write' && <BringIn {...bring} asks={false} isOffered={isRead && !isEmpty} />}
          <TakeGuidelines
            briefId={briefId}
            versions={versions.map(({ n }) => n)}
            side="brand"
            hasComments
          />
        </aside>
      </div>
      {talk.sheet}
    </Page>
  );
}

interface MissingProps {
  problems: GuidelinesProblem[];
  onGo(problem: GuidelinesProblem): void;
}

function Missing({ problems, onGo }: MissingProps) {
  const w = useWords(guidelinesPage);
  const blockers = publishBlockers(problems);
  // Where no point is filled yet, that is said once and not again for each.
  const hasNoPoint = problems.some(({ kind }) => kind === 'points-few');
  const others = problems.filter(
    (problem) => !blockers.includes(problem) && !(hasNoPoint && problem.kind === 'point-empty'),
  );
  return (
    <section aria-label={w.problems}>
      <h2 className="text-15 font-semibold text-ink">{w.problems}</h2>
      {problems.length === 0 && <p className="text-15 text-muted">{w.problemsNone}</p>}
      {blockers.length > 0 && (
        <>
          <p className="mt-1 text-13 font-semibold text-ink">{w.mustFix}</p>
          <ProblemList problems={blockers} onGo={onGo} />
        </>
      )}
      {others.length > 0 && <ProblemList problems={others} onGo={onGo} />}
    </section>
  );
}

function Door({ isOpen }: { isOpen: boolean }) {
  const w = useWords(guidelinesPage);
  const fetcher = useFetcher<Answer>();
  const asked = fetcher.formData?.get('open');
  const checked = asked ? asked === 'yes' : isOpen;
  return (
    <Choice
      type="checkbox"
      role="switch"
      label={w.door}
      hint={w.doorHint}
      checked={checked}
      aria-checked={checked}
      onChange={(event) =>
        fetcher.submit(
          { intent: 'door', open: event.currentTarget.checked ? 'yes' : 'no' },
          { method: 'post' },
        )
      }
    />
  );
}

function Versions({ briefId, versions, agreed, timeZone }: Loaded) {
  const w = useWords(guidelinesPage);
  const format = useFormat();
  const kinds = { first: w.first, wording: w.wording, matters: w.matters };
  return (
    <Section title={w.versions}>
      {versions.length === 0 ? (
        <Card>
          <p className="text-15 font-medium text-ink">{w.noVersions}</p>
          <p className="text-15 text-muted">{w.noVersionsHint}</p>
        </Card>
      ) : (
        <ul className="flex flex-col gap-1">
          {versions.map(({ n, change, publishedAt }) => (
            <li key={n}>
              <Link
                to={`/briefs/${briefId}/versions/${n}`}
                className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 text-15 no-underline"
              >
                <span className="font-medium underline decoration-edge">v{n}</span>
                <span className="text-13 text-muted">
                  {kinds[change]} · {format.date(publishedAt, timeZone)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {versions.length > 0 && agreed.of > 0 && (
        <p className="mt-2 text-13 text-muted">{w.agreedCount(agreed)}</p>
      )}
    </Section>
  );
}
