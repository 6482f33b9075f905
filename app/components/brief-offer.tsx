// The parts of a creator's invitation: what is theirs to decide first, then the message, the posts,
// the deal. Everything but one's own deal and questions is published text.
import { Link } from '@remix-run/react';
import type { Turn } from '#shared/approval.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { common } from '#shared/words/common.ts';
import { offer } from '#shared/words/offer.ts';
import { platformName } from '#shared/words/platforms.ts';
import { usePostName } from './brief-deliverables.tsx';
import { useNames } from './use-names.ts';
import { Points, Words } from './brief-guidelines-text.tsx';
import { ButtonLink } from './button.tsx';
import { EmptyState, Rows, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export function Freedom({ guidelines }: { guidelines: Guidelines | null }) {
  const w = useWords(offer);
  return (
    <div className="rounded-2xl bg-creator-soft p-4 md:p-5">
      <h2 className="mb-1 text-17 font-semibold text-creator">{w.yours}</h2>
      {guidelines && <Words text={guidelines.freedom} className="mb-2 text-17 text-ink" />}
      <p className="text-15 text-ink">{w.yoursAlways}</p>
    </div>
  );
}

export interface HeartProps {
  guidelines: { n: number; structure: Guidelines } | null;
  lead: string;
  briefId: string;
}

export function Heart({ guidelines, lead, briefId }: HeartProps) {
  const w = useWords(offer);
  if (!guidelines) {
    return (
      <EmptyState title={w.notPublished({ lead })}>
        <p>{w.notPublishedHint}</p>
      </EmptyState>
    );
  }
  const { n, structure } = guidelines;
  return (
    <section>
      <h2 className="mb-2 text-15 font-semibold text-muted">{w.message}</h2>
      <Words text={structure.core} className="text-22 font-medium text-ink" />
      {structure.points.length > 0 && (
        <>
          <h2 className="mt-5 mb-2 text-15 font-semibold text-muted">{w.points}</h2>
          <Points points={structure.points} />
        </>
      )}
      <Link
        to={`/briefs/${briefId}/versions/${n}`}
        className="mt-2 inline-flex min-h-11 items-center text-15"
      >
        {w.wholeGuidelines}
      </Link>
    </section>
  );
}

export interface OwnPost {
  id: string;
  ordinal: number;
  title: string;
  platform: string;
  format: string;
  language: string;
  seenIn: string[];
  callToAction: string;
  draftDue: Date | null;
  reviewDue: Date | null;
  publishDue: Date | null;
  draft: { id: string; status: string; turn: Turn | undefined } | null;
}

export interface ToMakeProps {
  posts: OwnPost[];
  timeZone: string;
  lead: string;
  /** Something else on the page comes first. */
  isQuiet: boolean;
}

export function ToMake({ posts, timeZone, lead, isQuiet }: ToMakeProps) {
  const w = useWords(offer);
  // The page's one filled button, once they are in: the first post that waits for them.
  const next = posts.find((post) => post.draft?.turn === 'creator')?.id;
  return (
    <Section title={w.posts}>
      {posts.length === 0 ? (
        <p className="text-15 text-muted">{w.noPosts({ lead })}</p>
      ) : (
        <Rows>
          {posts.map((post) => (
            <PostToMake
              key={post.id}
              {...{ post, timeZone, isNext: !isQuiet && post.id === next }}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** What opening a post means now: only a text in hand is gone on with. */
function openWords(status: string, w: (typeof offer)['en']): string {
  if (status === 'writing') return w.startWriting;
  return status === 'changes-asked' ? w.continuePost : w.open;
}

interface PostToMakeProps {
  post: OwnPost;
  timeZone: string;
  isNext: boolean;
}

function PostToMake({ post, timeZone, isNext }: PostToMakeProps) {
  const w = useWords(offer);
  const nameOf = usePostName();
  const names = useNames();
  const format = useFormat();
  return (
    <li className="flex flex-col gap-3 p-4">
      <div>
        <p className="text-17 font-medium break-words text-ink">{nameOf(post)}</p>
        <p className="text-15 text-muted">
          {platformName(post.platform)} · {names.language(post.language)} ·{' '}
          {post.seenIn.map(names.place).join(', ')}
        </p>
        {post.callToAction && <p className="text-15 break-words text-ink">{post.callToAction}</p>}
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-15">
        {(['draftDue', 'reviewDue', 'publishDue'] as const).map((name) => (
          <div key={name} className="contents">
            <dt className="text-muted">{w[name]}</dt>
            <dd className="text-ink">
              {post[name] ? w.by({ date: format.date(post[name], timeZone) }) : w.noDate}
            </dd>
          </div>
        ))}
      </dl>
      {post.draft && (
        <ButtonLink look={isNext ? 'creator' : 'quiet'} to={`/posts/${post.draft.id}`}>
          {openWords(post.draft.status, w)}
        </ButtonLink>
      )}
    </li>
  );
}

export interface TalkProps {
  exchanges: { byCreator: boolean; text: string; at: Date }[];
  lead: string;
}

/** Questions and answers of this creator and the brand alone. */
export function Talk({ exchanges, lead }: TalkProps) {
  const w = useWords(offer);
  if (exchanges.length === 0) return null;
  return (
    <Section title={w.exchange}>
      <ol className="flex flex-col gap-2">
        {exchanges.map(({ byCreator, text, at }) => (
          <li
            key={`${new Date(at).getTime()}${text}`}
            className={`rounded-2xl px-4 py-3 text-17 break-words whitespace-pre-line text-ink ${byCreator ? 'ml-6 bg-creator-soft' : 'mr-6 bg-brand-soft'}`}
          >
            <span className="block text-13 text-muted">{byCreator ? w.you : lead}</span>
            {text}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The way to the live guidelines, while the lead keeps that door open. */
export function LookIn({ briefId, brandName }: { briefId: string; brandName: string }) {
  const w = useWords(offer);
  const { liveGuidelines } = useWords(common);
  return (
    <Section title={liveGuidelines}>
      <p className="mb-3 text-15 text-muted">
        {w.liveHint({ brand: brandName })} {w.liveCounts}
      </p>
      <ButtonLink to={`/invite/${briefId}/guidelines`}>{w.liveOpen}</ButtonLink>
    </Section>
  );
}
