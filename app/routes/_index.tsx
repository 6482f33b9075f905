// Home: whose turn it is, for whoever is signed in.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { CalendarPlus, FileText, Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { HomeBriefs } from '#app/components/home-briefs.tsx';
import { HomeCounts, useGroupTitles } from '#app/components/home-counts.tsx';
import { HomeJobs } from '#app/components/home-jobs.tsx';
import { HomePosts } from '#app/components/home-posts.tsx';
import { HomeWeek } from '#app/components/home-week.tsx';
import { KeptSuggestions } from '#app/components/kept-suggestions.tsx';
import { KeptWords } from '#app/components/kept-words.tsx';
import { EmptyState, Page, PageHeader, Section } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import type { HomePost } from '#server/views/home.ts';
import { type HomeGroup, homeGroups } from '#shared/home.ts';
import { feed } from '#shared/words/feed.ts';
import { home } from '#shared/words/home.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const everyPlace = new URL(request.url).searchParams.has('all');
  return unwrap(await context.views.home({ everyPlace }), request);
}

type HomeData = ReturnType<typeof useLoaderData<typeof loader>>;
type Waiting = HomeData['groups']['waiting']['rows'];

/** Beside a heading, without pushing it down. */
const aside = '-my-2.5 inline-flex min-h-11 items-center text-15 font-medium';

/** A home is as much work as there are posts behind it: it is loaded again once a second at most. */
const everyMs = 1000;

export default function Home() {
  const data = useLoaderData<typeof loader>();
  const actor = useRouteLoaderData<typeof rootLoader>('root')?.actor;
  const words = useWords(home);
  useLive([`person:${actor?.userId}`, 'brief:*', 'draft:*'], everyMs);
  if (!actor) return null;
  const { side, groups, briefs, offers, jobs } = data;
  const isNew = side === 'brand' ? briefs.count === 0 : offers.length + jobs.count === 0;
  const waiting = groups.waiting.count;
  return (
    <Page wide>
      <PageHeader
        title={words.hello({ name: actor.name })}
        intro={
          !isNew &&
          (waiting > 0 ? words.waitsIntro({ count: waiting, late: data.ownLate }) : words.waitsNone)
        }
        action={<NextStep {...data} />}
      />
      <KeptSuggestions userId={actor.userId} />
      <KeptWords userId={actor.userId} />
      {isNew ? <FirstSteps {...data} /> : <Standing {...data} />}
    </Page>
  );
}

/** The one thing to do next. */
function NextStep({ side, groups, mayBegin }: HomeData) {
  const words = useWords(home);
  const { rows } = groups.waiting;
  const [next] = rows;
  if (next) {
    const isCreator = side === 'creator';
    return (
      <ButtonLink look={side} to={isCreator ? `/posts/${next.draftId}` : reviewOf(rows, next)}>
        {isCreator ? creatorsNext(next, words) : words.reviewNext}
      </ButtonLink>
    );
  }
  return side === 'brand' && mayBegin ? (
    <ButtonLink look="brand" to="/briefs/new">
      {words.startBrief}
    </ButtonLink>
  ) : null;
}

/** A look and an idea are no decision on words: there is nothing to go through one after the other. */
const reviewOf = (waiting: Waiting, next: Waiting[number]): string =>
  waiting.some(({ status }) => status === 'with-brand') ? '/review' : `/posts/${next.draftId}`;

const creatorsNext = ({ status }: HomePost, words: (typeof home)['en']): string =>
  status === 'approved-by-both' ? words.postNext : words.continuePost;

function FirstSteps({ side, mayBegin }: HomeData) {
  const words = useWords(home);
  if (side === 'creator') {
    return (
      <EmptyState icon={<Inbox className="size-6" />} title={words.noJobs}>
        <p>{words.noJobsHow}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<FileText className="size-6" />} title={words.noBriefs}>
      <p>{mayBegin ? words.noBriefsHow : words.noBriefsViewer}</p>
    </EmptyState>
  );
}

/** Two columns where there is room; on a phone one, in an order of its own: the week comes early. */
const column = 'contents lg:block lg:min-w-0';
const places: Record<HomeGroup | 'places', string> = {
  waiting: 'order-1',
  late: 'order-2',
  live: 'order-3',
  others: 'order-4',
  places: 'order-5',
  done: 'order-6',
};

function Standing(data: HomeData) {
  const { side, groups, offers } = data;
  const words = useWords(home);
  const counts = Object.fromEntries(homeGroups.map((name) => [name, groups[name].count]));
  return (
    <>
      {offers.length > 0 && <HomeJobs title={words.offers} jobs={offers} />}
      <HomeCounts counts={counts as Record<HomeGroup, number>} ownLate={data.ownLate} />
      <div className="flex flex-col gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className={column}>
          <Group {...{ data, name: 'waiting' }}>
            <EmptyState title={words.nothingWaiting}>
              <p>{side === 'creator' ? words.nothingWaitingCreator : words.nothingWaitingBrand}</p>
            </EmptyState>
          </Group>
          <Group {...{ data, name: 'late' }} />
          <Group {...{ data, name: 'others' }} />
          <Group {...{ data, name: 'done' }} />
        </div>
        <Beside {...data} />
      </div>
    </>
  );
}

/** `children`: what stands there while the group is empty; left out, nothing does. */
function Group({
  data,
  name,
  children,
}: {
  data: HomeData;
  name: HomeGroup;
  children?: ReactNode;
}) {
  const titles = useGroupTitles();
  const { count, rows } = data.groups[name];
  if (count === 0 && !children) return null;
  return (
    <div id={name} className={`scroll-mt-16 ${places[name]}`}>
      <Section title={titles[name]} action={<SeeAll {...{ name, count, shown: rows.length }} />}>
        {count > 0 ? <HomePosts posts={rows} side={data.side} /> : children}
      </Section>
    </div>
  );
}

function SeeAll({ name, count, shown }: { name: HomeGroup; count: number; shown: number }) {
  const words = useWords(home);
  if (shown >= count) return null;
  return (
    <Link to={`/home/${name}`} className={aside}>
      {words.seeAll({ count })}
    </Link>
  );
}

/** Beside the posts where there is room, below them on a phone. */
function Beside({ side, groups, briefs, jobs, mayBegin }: HomeData) {
  const words = useWords(home);
  const say = useWords(feed);
  const { live } = groups;
  return (
    <div className={column}>
      <div id="live" className={`scroll-mt-16 ${places.live}`}>
        <Section
          title={words.live}
          action={<SeeAll name="live" count={live.count} shown={live.rows.length} />}
        >
          {live.count > 0 ? (
            <HomeWeek posts={live.rows} side={side} />
          ) : (
            <p className="text-15 text-muted">{words.liveNone}</p>
          )}
          <ButtonLink to="/me/calendar" look="plain" className="mt-2">
            <CalendarPlus className="size-4" aria-hidden="true" />
            {say.toPage}
          </ButtonLink>
        </Section>
      </div>
      <div className={places.places}>
        {jobs.count > 0 && (
          <HomeJobs title={words.jobs} jobs={jobs.rows} action={<SeeEveryPlace {...jobs} />} />
        )}
        {side === 'brand' && (
          <Section
            title={words.briefs}
            action={
              mayBegin &&
              groups.waiting.count > 0 && (
                <Link to="/briefs/new" className={aside}>
                  {words.startBrief}
                </Link>
              )
            }
          >
            <HomeBriefs briefs={briefs.rows} />
            <SeeEveryPlace {...briefs} />
          </Section>
        )}
      </div>
    </div>
  );
}

function SeeEveryPlace({ count, rows }: { count: number; rows: unknown[] }) {
  const words = useWords(home);
  if (rows.length >= count) return null;
  return (
    <Link to="/?all" preventScrollReset className={aside}>
      {words.seeAll({ count })}
    </Link>
  );
}
