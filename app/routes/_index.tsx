// Home: whose turn it is, for whoever is signed in.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import type { loader as rootLoader } from '#app/root.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { KeptSuggestions } from '#app/components/kept-suggestions.tsx';
import { KeptWords } from '#app/components/kept-words.tsx';
import { HomePosts, isDone } from '#app/components/home-posts.tsx';
import { StatusPill } from '#app/components/people.tsx';
import { CalendarLink } from '#app/components/post-share.tsx';
import { EmptyState, Page, PageHeader, Rows, Section } from '#app/components/surface.tsx';
import { useReader, useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import type { HomePost } from '#server/views/home.ts';
import { lateMs } from '#shared/clock.ts';
import { home } from '#shared/words/home.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  return unwrap(await context.views.home(), request);
}

const noDay = Number.POSITIVE_INFINITY;
/** What is owed first comes first; without a day, what has waited longest. */
const dueFirst = (a: HomePost, b: HomePost) => {
  const [first, second] = [a.clock.due ?? noDay, b.clock.due ?? noDay];
  return first === second ? a.updatedAt.getTime() - b.updatedAt.getTime() : first - second;
};

export default function Home() {
  const { briefs, brandPosts, jobs, ownPosts, mayBegin } = useLoaderData<typeof loader>();
  const actor = useRouteLoaderData<typeof rootLoader>('root')?.actor;
  const words = useWords(home);
  const { now } = useReader();
  useLive([
    `person:${actor?.userId}`,
    ...briefs.map(({ id }) => `brief:${id}`),
    ...jobs.map(({ briefId }) => `brief:${briefId}`),
    ...[...brandPosts, ...ownPosts].map(({ draftId }) => `draft:${draftId}`),
  ]);
  if (!actor) return null;
  const isCreator = jobs.length > 0 && briefs.length === 0;
  const side = isCreator ? 'creator' : 'brand';
  const posts = isCreator ? ownPosts : brandPosts;
  const over = (post: HomePost) => post.status === 'withdrawn' || post.status === 'released';
  // A look is asked of the brand while the turn stays the creator's.
  const waits = (post: HomePost) =>
    post.decides && (post.turn === side || (side === 'brand' && post.lookAsked));
  const open = posts.filter((post) => !isDone(post) && !over(post)).sort(dueFirst);
  const mine = open.filter(waits);
  const late = open.filter((post) => !waits(post) && lateMs(post.clock, now) > 0);
  const theirs = open.filter((post) => !waits(post) && !late.includes(post));
  const next = mine[0];
  const isOffer = ({ state }: Job) =>
    state === 'invited' || state === 'opened' || state === 'asked';
  const offers = jobs.filter(isOffer);
  const others = jobs.filter((job) => !isOffer(job));
  return (
    <Page>
      <PageHeader
        title={words.hello({ name: actor.name })}
        intro={isCreator ? words.introCreator : words.introBrand}
        action={
          next ? (
            <ButtonLink look={side} to={`/posts/${next.draftId}`}>
              {isCreator ? creatorsNext(next, words) : words.reviewNext}
            </ButtonLink>
          ) : (
            !isCreator && mayBegin && <StartBrief filled />
          )
        }
      />
      <KeptSuggestions userId={actor.userId} />
      <KeptWords userId={actor.userId} />
      {isCreator && offers.length > 0 && <Jobs title={words.offers} jobs={offers} />}
      {isCreator && jobs.length === 0 && (
        <EmptyState title={words.noJobs}>{words.noJobsHow}</EmptyState>
      )}
      <Section title={words.waitingForYou}>
        {mine.length > 0 ? (
          <HomePosts posts={mine} side={side} />
        ) : (
          <EmptyState title={words.nothingWaiting}>
            {isCreator ? words.nothingWaitingCreator : words.nothingWaitingBrand}
          </EmptyState>
        )}
      </Section>
      {late.length > 0 && (
        <Section title={words.late}>
          <HomePosts posts={late} side={side} />
        </Section>
      )}
      {theirs.length > 0 && (
        <Section title={words.waitingForOthers}>
          <HomePosts posts={theirs} side={side} />
        </Section>
      )}
      {posts.some(isDone) && (
        <Section title={words.done}>
          <HomePosts posts={posts.filter(isDone)} side={side} />
        </Section>
      )}
      {open.length > 0 && (
        <div className="mb-8">
          <CalendarLink href="/calendar.ics" />
        </div>
      )}
      {isCreator && others.length > 0 && <Jobs title={words.jobs} jobs={others} />}
      {!isCreator && (
        <Section title={words.briefs} action={mayBegin && next && <StartBrief />}>
          {briefs.length > 0 ? (
            <Rows>
              {briefs.map(({ id, title, product }) => (
                <li key={id}>
                  <Link
                    to={`/briefs/${id}/guidelines`}
                    className="flex min-h-14 flex-col justify-center px-4 py-3 no-underline hover:bg-line/40"
                  >
                    <span className="text-17 font-medium text-ink">{title}</span>
                    {product && <span className="text-13 text-muted">{product}</span>}
                  </Link>
                </li>
              ))}
            </Rows>
          ) : (
            <EmptyState title={words.noBriefs}>
              {mayBegin ? words.noBriefsHow : words.noBriefsViewer}
            </EmptyState>
          )}
        </Section>
      )}
    </Page>
  );
}

const creatorsNext = ({ status }: HomePost, words: (typeof home)['en']): string =>
  status === 'approved-by-both' ? words.postNext : words.continuePost;

function StartBrief({ filled = false }: { filled?: boolean }) {
  const words = useWords(home);
  return (
    <ButtonLink look={filled ? 'brand' : 'quiet'} to="/briefs/new">
      {words.startBrief}
    </ButtonLink>
  );
}

interface Job {
  briefId: string;
  title: string;
  brandName: string;
  state: 'invited' | 'opened' | 'asked' | 'in' | 'declined' | 'removed';
}

function Jobs({ title, jobs }: { title: string; jobs: Job[] }) {
  const words = useWords(home);
  const stateWords = {
    invited: words.invited,
    opened: words.invited,
    asked: words.asked,
    in: words.isIn,
    declined: words.declined,
    removed: words.removed,
  };
  return (
    <Section title={title}>
      <Rows>
        {jobs.map(({ briefId, title: name, brandName, state }) => (
          <li key={briefId}>
            <Link
              to={`/invite/${briefId}`}
              className="flex min-h-14 items-center justify-between gap-4 px-4 py-3 no-underline hover:bg-line/40"
            >
              <span className="flex min-w-0 flex-col">
                <span className="text-17 font-medium text-ink">{name}</span>
                <span className="text-13 text-muted">{brandName}</span>
              </span>
              <StatusPill turn={state === 'in' || state === 'removed' ? 'nobody' : 'creator'}>
                {stateWords[state]}
              </StatusPill>
            </Link>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
