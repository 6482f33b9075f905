// A creator's posts as they were shown to a brand: the counts, and the words where those are shown too. A
// table where there is room for all of its columns; elsewhere each post is two or three lines.
import type { PostLine } from '#shared/engagement/profile.ts';
import { formatName } from '#shared/words/platforms.ts';
import { roster } from '#shared/words/roster.ts';
import { useFormat, useReader, useWords } from './words.tsx';

export interface RosterPostsProps {
  posts: PostLine[];
  /** Their captions and addresses too, and not the figures alone. */
  hasWords: boolean;
  timeZone: string;
}

const counts = ['likes', 'comments', 'saves', 'shares', 'reach', 'views'] as const;
const cell = 'p-3 align-top tabular-nums whitespace-nowrap max-xl:p-0';
const wide = `${cell} max-xl:hidden`;
/** A line of its own where there are no columns. */
const line = 'col-span-2 max-xl:order-1';

export function RosterPosts({ posts, hasWords, timeZone }: RosterPostsProps) {
  const w = useWords(roster);
  const head = [
    w.date,
    ...(hasWords ? [w.post] : []),
    w.kind,
    w.rate,
    ...counts.map((one) => w[one]),
  ];
  return (
    <div className="rounded-2xl border border-line bg-raised">
      <table className="w-full border-collapse text-left text-15 max-xl:block">
        <thead className="max-xl:hidden">
          <tr className="border-b border-line text-13 text-muted">
            {head.map((name) => (
              <th key={name} scope="col" className="p-3 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-xl:block">
          {posts.map((post) => (
            <Row
              key={`${post.publishedAt.getTime()} ${post.kind}`}
              {...{ post, hasWords, timeZone }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  post: PostLine;
  hasWords: boolean;
  timeZone: string;
}

function Row({ post, hasWords, timeZone }: RowProps) {
  const w = useWords(roster);
  const { locale } = useReader();
  const format = useFormat();
  const kind = formatName(post.kind, locale);
  const told = counts.flatMap((name) =>
    post[name] === null ? [] : [`${w[name]} ${format.number(post[name])}`],
  );
  return (
    <tr className="max-xl:grid max-xl:grid-cols-[1fr_auto] max-xl:gap-x-3 max-xl:gap-y-1 max-xl:p-4">
      <th scope="row" className={`${cell} font-normal`}>
        {format.date(post.publishedAt, timeZone)}
      </th>
      {hasWords && (
        <td className={`min-w-0 p-3 align-top break-words max-xl:p-0 xl:min-w-48 ${line}`}>
          <p className="line-clamp-2">{post.caption || '–'}</p>
          {post.permalink && (
            <a href={post.permalink} target="_blank" rel="noopener noreferrer">
              {w.seePost}
            </a>
          )}
        </td>
      )}
      <td className={wide}>
        {kind}
        {post.sponsored === true && <span className="block text-13 text-muted">{w.paid}</span>}
      </td>
      <td className={`${cell} max-xl:text-right`}>
        <Share post={post} />
      </td>
      {counts.map((name) => {
        const count = post[name];
        return (
          <td key={name} className={wide}>
            {count === null ? '–' : format.number(count)}
          </td>
        );
      })}
      <td className={`text-13 text-muted xl:hidden ${line}`}>
        {[kind, ...(post.sponsored === true ? [w.paid] : []), ...told].join(' · ')}
      </td>
    </tr>
  );
}

/** Of posts that have a share and are in no figure (older ones, paid ones) it is said. */
function Share({ post: { rate, isCounted } }: { post: PostLine }) {
  const w = useWords(roster);
  const format = useFormat();
  if (rate === null) return <>–</>;
  return (
    <>
      {format.rate(rate)}
      {!isCounted && <span className="block text-13 text-muted">{w.notCounted}</span>}
    </>
  );
}
