// One creator as this workspace sees them: the figure and what it is made of, and what to ask.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { DialogForm } from '#app/components/brief-dialog-form.tsx';
import { Button } from '#app/components/button.tsx';
import { Benchmarks } from '#app/components/engagement-benchmarks.tsx';
import { EngagementFigure } from '#app/components/engagement-figure.tsx';
import { OverTime } from '#app/components/engagement-over-time.tsx';
import { Questions } from '#app/components/engagement-questions.tsx';
import { SpreadChart } from '#app/components/engagement-spread.tsx';
import { TextArea } from '#app/components/field.tsx';
import { AddToBrief } from '#app/components/roster-add.tsx';
import { NotShown } from '#app/components/roster-ask.tsx';
import { RosterPosts } from '#app/components/roster-posts.tsx';
import { Card, Page, PageHeader, Section } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { bases } from '#shared/engagement.ts';
import { fail } from '#shared/result.ts';
import { maxRosterNote } from '#shared/roster.ts';
import { platformName } from '#shared/words/platforms.ts';
import { roster } from '#shared/words/roster.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const userId = params['userId'] ?? '';
  const { search } = new URL(request.url);
  return unwrap(await context.views.rosterCreator({ userId, search }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.creator.name ?? ''} · Cobrief` },
];

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask-figures'), workspaceId: z.string(), userId: z.string() }),
  z.object({ intent: z.literal('add-to-brief'), briefId: z.string(), userId: z.string() }),
  z.object({ intent: z.literal('note'), workspaceId: z.string(), note: z.string() }),
]);

export async function action({ context, request, params }: ActionFunctionArgs) {
  const userId = params['userId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'ask-figures':
      return answer(intent, await commands.askForFigures(input.data));
    case 'add-to-brief':
      return answer(intent, await commands.addToBrief(input.data));
    case 'note':
      return answer(intent, await commands.noteOnCreator({ ...input.data, userId }));
  }
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RosterCreator() {
  const w = useWords(roster);
  const page = useLoaderData<typeof loader>();
  const { creator, profile, workspace } = page;
  useLive([`roster:${workspace.id}`, 'brief:*'], 1000);
  return (
    <Page wide>
      <Link
        to="/creators"
        className="inline-flex min-h-11 items-center gap-1.5 text-15 font-medium text-ink"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {w.back}
      </Link>
      <PageHeader
        title={creator.name}
        intro={<Intro page={page} />}
        action={<AddToBrief creators={[creator]} briefs={page.briefs} />}
      />
      {page.shown === 'nothing' && (
        <div className="mb-8">
          <NotShown {...creator} workspaceId={workspace.id} mayAsk={page.mayAsk} />
        </div>
      )}
      {page.shown !== 'nothing' && !profile && <p className="mb-8 text-muted">{w.noneYet}</p>}
      {profile && <Figures page={page} profile={profile} />}
      <Note page={page} />
      {profile && <Posts page={page} profile={profile} />}
    </Page>
  );
}

function Intro({ page: { creator, profile } }: { page: Loaded }) {
  const w = useWords(roster);
  const format = useFormat();
  const followers = profile?.followers ?? null;
  return (
    <>
      {creator.handle && <p className="text-15">{creator.handle}</p>}
      <p className="text-15">
        {creator.briefs.length === 0
          ? w.inNone
          : creator.briefs.map(({ id, title }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link
                  to={`/briefs/${id}/creators/${creator.userId}`}
                  className="inline-flex min-h-11 items-center md:min-h-8"
                >
                  {title}
                </Link>
              </span>
            ))}
      </p>
      {followers !== null && (
        <details className="text-15">
          <summary className="flex min-h-11 items-center">{w.followersFolded}</summary>
          <p className="pb-1">
            {w.followersOf({ count: format.number(followers) })}. {w.followersWhy}
          </p>
        </details>
      )}
    </>
  );
}

interface ShownProps {
  page: Loaded;
  profile: NonNullable<Loaded['profile']>;
}

function Figures({ page, profile }: ShownProps) {
  const w = useWords(roster);
  const { creator, timeZone, benchmarks } = page;
  const { figure } = profile;
  const counted = profile.posts.filter((post) => post.isCounted);
  return (
    <>
      <Choices page={page} platform={profile.platform} />
      <div className="mb-8 grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Card>
          <h2 className="mb-3 text-17">{w.figure}</h2>
          <EngagementFigure figure={figure}>
            <Standing page={page} />
          </EngagementFigure>
        </Card>
        {figure.rates.length > 0 && (
          <Card className="min-w-0">
            <h2 className="mb-3 text-17">{w.overTime}</h2>
            <OverTime
              figure={figure}
              wordsOf={(index) =>
                counted.find((post) => sameMoment(post.publishedAt, figure, index))?.caption ?? ''
              }
              timeZone={timeZone}
            />
          </Card>
        )}
      </div>
      <Section title={w.questions}>
        <p className="mb-3 max-w-prose text-15 text-muted">
          {profile.questions.length > 0 ? w.questionsNote : w.noQuestions(profile)}
        </p>
        <Questions questions={profile.questions} name={creator.name} timeZone={timeZone} />
      </Section>
      {figure.rates.length > 0 && (
        <Section title={w.spread}>
          <Card>
            <SpreadChart figure={figure} />
          </Card>
        </Section>
      )}
      <Section title={w.benchmarks}>
        <p className="mb-3 max-w-prose text-15 text-muted">
          {benchmarks.length > 0 ? w.benchmarksNote : w.noBenchmarks}
        </p>
        {benchmarks.length > 0 && <Benchmarks rows={benchmarks} />}
      </Section>
    </>
  );
}

const sameMoment = (at: Date, figure: ShownProps['profile']['figure'], index: number): boolean =>
  figure.rates.some((rate) => rate.index === index && rate.at.getTime() === at.getTime());

function Standing({ page: { standing } }: { page: Loaded }) {
  const w = useWords(roster);
  const format = useFormat();
  if (!standing?.rank) return null;
  const { best, worst, of } = standing.rank;
  const names = standing.tied.map(({ name }) => name);
  const more = standing.tiedInAll - names.length;
  const all = more > 0 ? [...names, w.more({ n: more })] : names;
  return (
    <div className="text-15">
      <p className="font-medium">
        {best === worst ? w.rank({ best, of }) : w.rankTied({ best, worst, of })}
      </p>
      <p className="text-muted">
        {names.length > 0 ? w.tiedWith({ names: format.list(all) }) : w.noTie}
      </p>
    </div>
  );
}

const chip =
  'inline-flex min-h-11 items-center rounded-full border border-line px-4 text-15 text-ink no-underline hover:border-ink aria-[current=true]:border-ink aria-[current=true]:font-semibold md:min-h-9';

/** What the share is of, and on which platform where there are several. */
function Choices({ page, platform }: { page: Loaded; platform: Loaded['platforms'][number] }) {
  const w = useWords(roster);
  const [search] = useSearchParams();
  const to = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    return { search: next.toString() };
  };
  const link = (name: string, value: string, isHere: boolean, words: ReactNode) => (
    <Link
      key={value}
      to={to(name, value)}
      preventScrollReset
      aria-current={isHere ? 'true' : undefined}
      className={chip}
    >
      {words}
    </Link>
  );
  const names = { followers: w.byFollowers, reach: w.byReach, views: w.byViews };
  return (
    <nav aria-label={w.by} className="mb-4 flex flex-wrap gap-2">
      {bases.map((base) => link('by', base, base === page.base, names[base]))}
      {page.platforms.length > 1 &&
        page.platforms.map((one) => link('platform', one, one === platform, platformName(one)))}
    </nav>
  );
}

function Note({ page }: { page: Loaded }) {
  const w = useWords(roster);
  return (
    <Section
      title={w.note}
      action={
        page.mayWrite && (
          <DialogForm
            title={w.note}
            description={w.noteHint}
            intent="note"
            submit={w.save}
            hidden={{ workspaceId: page.workspace.id }}
            trigger={<Button>{page.note ? w.noteEdit : w.noteWrite}</Button>}
          >
            <TextArea
              name="note"
              label={w.note}
              defaultValue={page.note}
              maxLength={maxRosterNote}
            />
          </DialogForm>
        )
      }
    >
      <p className={`max-w-prose text-15 whitespace-pre-wrap ${page.note ? '' : 'text-muted'}`}>
        {page.note || w.noteEmpty}
      </p>
    </Section>
  );
}

function Posts({ page, profile: { posts, postsInAll } }: ShownProps) {
  const w = useWords(roster);
  const hasWords = page.shown === 'posts';
  return (
    <Section title={w.posts}>
      <p className="mb-3 max-w-prose text-15 text-muted">
        {w.postsOf({ shown: posts.length, all: postsInAll })}. {!hasWords && `${w.wordsNotShown} `}
        {w.withdrawnHint}
      </p>
      <RosterPosts posts={posts} hasWords={hasWords} timeZone={page.timeZone} />
    </Section>
  );
}
