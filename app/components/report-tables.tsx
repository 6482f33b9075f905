// A report's posts one by one, by creator and post: an order that says nothing about anybody.
import { figureKinds, type PostFact } from '#shared/report.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { report } from '#shared/words/report.ts';
import type { ReactNode } from 'react';
import { useFormat, useReader, useWords } from './words.tsx';

function usePostName() {
  const w = useWords(report);
  const { locale } = useReader();
  return ({ title, ordinal, format, platform }: PostFact) =>
    [title || w.ordinal({ n: ordinal }), formatName(format, locale), platformName(platform)].join(
      ' · ',
    );
}

function Table({ title, head, children }: { title: string; head: string[]; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-17">{title}</h2>
      <div
        // A wide table is moved by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="overflow-x-auto rounded-2xl border border-line bg-raised"
      >
        <table className="w-full border-collapse text-left text-15">
          <thead>
            <tr className="border-b border-line text-13 text-muted">
              {head.map((name) => (
                <th key={name} scope="col" className="p-3 font-medium whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">{children}</tbody>
        </table>
      </div>
    </section>
  );
}

const cell = 'p-3 align-top whitespace-nowrap';

export function ReportPosts({
  posts,
  points,
  timeZone,
}: {
  posts: PostFact[];
  /** How many talking points there are. */
  points: number;
  timeZone: string;
}) {
  const w = useWords(report);
  const format = useFormat();
  const nameOf = usePostName();
  const date = (at: number | null) => (at === null ? '–' : format.date(at, timeZone));
  const span = (ms: number | null) => (ms === null ? '–' : format.span(ms));
  const head = [w.creator, w.post, w.planned, w.real, w.rounds, w.took, w.ownShort, w.pointsShort];
  return (
    <Table title={w.posts} head={head}>
      {posts.map((post) => (
        <tr key={post.draftId}>
          <th scope="row" className={`${cell} font-medium`}>
            {post.creator}
          </th>
          <td className={cell}>{nameOf(post)}</td>
          <td className={cell}>{date(post.plannedAt)}</td>
          <td className={cell}>
            {post.publishedAt === null ? w[post.status] : date(post.publishedAt)}
          </td>
          <td className={cell}>{post.rounds || '–'}</td>
          <td className={cell}>
            {span(post.tookMs.brand)} / {span(post.tookMs.creator)}
          </td>
          <td className={cell}>
            {post.own && post.own.all > 0
              ? `${Math.round((post.own.own / post.own.all) * 100)} %`
              : '–'}
          </td>
          <td className={cell}>
            {post.rounds > 0 && points > 0 ? w.of({ k: post.points.length, n: points }) : '–'}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function ReportLive({ posts }: { posts: PostFact[] }) {
  const w = useWords(report);
  const format = useFormat();
  const nameOf = usePostName();
  const live = posts.filter(({ url }) => url !== null);
  if (live.length === 0) return <p className="text-15 text-muted">{w.noLive}</p>;
  const head = [w.creator, w.post, w.link, ...figureKinds.map((kind) => w[kind])];
  return (
    <div>
      <Table title={w.live} head={head}>
        {live.map((post) => (
          <tr key={post.draftId}>
            <th scope="row" className={`${cell} font-medium`}>
              {post.creator}
            </th>
            <td className={cell}>{nameOf(post)}</td>
            <td className={cell}>
              <a href={post.url ?? ''} target="_blank" rel="noopener noreferrer">
                {w.seeLive}
              </a>
            </td>
            {figureKinds.map((kind) => {
              const value = post.figures?.[kind] ?? null;
              return (
                <td key={kind} className={cell}>
                  {value === null ? '' : format.number(value)}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
      <p className="mt-2 text-13 text-muted">{w.asTold}</p>
    </div>
  );
}

export function ReportAsked({ posts }: { posts: PostFact[] }) {
  const w = useWords(report);
  const nameOf = usePostName();
  const asked = posts.filter((post) => post.asked.length > 0);
  if (asked.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-17">{w.asked}</h2>
      <ul className="flex flex-col gap-5">
        {asked.map((post) => (
          <li key={post.draftId}>
            <h3 className="text-15 font-semibold">
              {post.creator} · {nameOf(post)}
            </h3>
            <ul className="mt-1 flex flex-col gap-2">
              {post.asked.map(({ body, answer, note }) => (
                <li key={body} className="border-l-2 border-edge pl-3 text-15 break-words">
                  {body}
                  <span className="block text-13 text-muted">
                    {[answer ? w[answer] : w.open, note].filter(Boolean).join(': ')}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
