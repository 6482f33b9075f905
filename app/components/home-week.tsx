// What goes live in the seven days to come, day by day, and whose turn it is until then.
import { Link } from '@remix-run/react';
import type { HomePost } from '#server/views/home.ts';
import type { Side } from '#shared/roles.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { useHomePostName, useStateWords } from './home-posts.tsx';
import { TurnShape } from './people.tsx';
import { useFormat } from './words.tsx';

export function HomeWeek({ posts, side }: { posts: HomePost[]; side: Side }) {
  const { day: dayWords } = useFormat();
  const days = byDay(posts);
  return (
    <ol className="flex flex-col divide-y divide-line rounded-2xl border border-line bg-raised px-4">
      {days.map(([day, own]) => (
        <li key={day} className="py-3">
          <h3 className="text-13 font-semibold text-ink">{dayWords(day)}</h3>
          <ul>
            {own.map((post) => (
              <li key={post.draftId}>
                <Entry post={post} side={side} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Entry({ post, side }: { post: HomePost; side: Side }) {
  const stateWords = useStateWords(side);
  const nameOf = useHomePostName();
  const whose = side === 'brand' ? post.creatorName : post.brandName;
  return (
    <Link
      to={`/posts/${post.draftId}`}
      className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-lg px-2 py-1.5 no-underline hover:bg-line/40"
    >
      <span className="flex w-5 shrink-0 justify-center">
        <TurnShape turn={post.status === 'approved-by-both' ? 'both' : post.turn} />
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="text-15 text-ink">
          {whose} <span className="text-muted">{nameOf(post)}</span>
        </span>
        <span className="text-13 text-muted">{stateWords(post)}</span>
      </span>
    </Link>
  );
}

/** In the order they come in, which is that of their days. */
function byDay(posts: HomePost[]): [string, HomePost[]][] {
  const days = new Map<string, HomePost[]>();
  for (const post of posts) {
    const { publishDue } = post.clock;
    if (publishDue === null) continue;
    const day = dayIn(new Date(publishDue), post.timeZone);
    days.set(day, [...(days.get(day) ?? []), post]);
  }
  return [...days];
}
