// One post as a client sees it: about how the platform shows it, whose keys lie on it, and a box to
// say something to the agency. Everything comes from the frozen version.
import { useFetcher } from '@remix-run/react';
import { ExternalLink, FileCheck2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ClientPage, ClientPost } from '#server/client.ts';
import { maxClientComment } from '#shared/client-link.ts';
import { clientPage } from '#shared/words/client.ts';
import { formatName, platformName } from '#shared/words/platforms.ts';
import { post as postWords } from '#shared/words/post.ts';
import type { Answer } from './brief-answer.ts';
import type { Trouble } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Problem, TextArea } from './field.tsx';
import { Avatar, KeyMark, StatusPill, type Turn } from './people.tsx';
import Preview from './post-preview.tsx';
import { PostReading } from './post-reading.tsx';
import { Moment } from './surface.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

interface CardProps {
  post: ClientPost;
  page: ClientPage;
  secret: string;
}

const hues: Record<ClientPost['state'], Turn> = {
  'not-yet': 'nobody',
  approved: 'brand',
  both: 'both',
  live: 'both',
};

export function ClientPostCard({ post, page, secret }: CardProps) {
  const w = useWords(clientPage);
  const { ordinal } = useWords(postWords);
  const { locale } = useReader();
  const { deliverable: made, creator } = post;
  const name = [
    made.title || ordinal({ n: made.ordinal }),
    formatName(made.format, locale),
    platformName(made.platform),
  ].join(' · ');
  return (
    <article aria-label={`${creator.name}, ${name}`} className="flex flex-col gap-3">
      <header className="flex items-center gap-2.5">
        <Avatar name={creator.name} side="creator" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-17 leading-snug font-semibold">{creator.name}</h2>
          <p className="truncate text-13 text-muted">{name}</p>
        </div>
        <StatusPill turn={hues[post.state]}>{w[post.state]}</StatusPill>
      </header>
      <Preview page={post} parts={post.parts} />
      <details className="text-15">
        <summary className="flex min-h-11 cursor-pointer items-center font-medium">{w.all}</summary>
        <div lang={made.language} className="rounded-2xl border border-line bg-raised p-4">
          <PostReading parts={post.parts} kinds={post.kinds} />
        </div>
      </details>
      <Keys post={post} timeZone={page.timeZone} />
      <Places post={post} secret={secret} />
      <Comments post={post} page={page} />
    </article>
  );
}

function Keys({ post: { keys }, timeZone }: { post: ClientPost; timeZone: string }) {
  const w = useWords(clientPage);
  const format = useFormat();
  const { brand, creator } = keys;
  if (!brand && !creator) return null;
  const said = ({ name, at }: { name: string; at: number }) => ({
    name,
    when: format.date(at, timeZone),
  });
  return (
    <div className="flex items-start gap-3">
      <KeyMark brand={brand !== null} creator={creator !== null} label={w.keys} />
      <p className="text-13 text-muted">
        {brand && <span className="block">{w.brandKey(said(brand))}</span>}
        {creator && <span className="block">{w.creatorKey(said(creator))}</span>}
      </p>
    </div>
  );
}

function Places({ post, secret }: { post: ClientPost; secret: string }) {
  const w = useWords(clientPage);
  if (!post.liveAt && !post.hasProof) return null;
  const look = 'inline-flex min-h-11 items-center gap-1.5 text-15 font-medium text-ink';
  return (
    <p className="flex flex-wrap gap-x-5">
      {post.liveAt && (
        <a href={post.liveAt} target="_blank" rel="noopener noreferrer" className={look}>
          <ExternalLink className="size-4" aria-hidden="true" />
          {w.seeLive}
        </a>
      )}
      {post.hasProof && (
        <a
          href={`/client/${secret}/proof/${post.draftId}`}
          download
          title={w.proofNote}
          className={look}
        >
          <FileCheck2 className="size-4" aria-hidden="true" />
          {w.proof}
        </a>
      )}
    </p>
  );
}

function Comments({ post, page }: { post: ClientPost; page: ClientPage }) {
  const w = useWords(clientPage);
  const format = useFormat();
  const { agency } = page;
  return (
    <div className="flex flex-col gap-3">
      {post.comments.length > 0 && (
        <ul className="flex flex-col gap-2">
          {post.comments.map(({ id, body, at }) => (
            <li key={id} className="border-l-2 border-edge pl-3">
              <p className="text-13 text-muted">
                <Moment at={at}>{w.youSaid({ when: format.relative(at) })}</Moment>
              </p>
              <p className="text-15 break-words whitespace-pre-wrap">{body}</p>
            </li>
          ))}
        </ul>
      )}
      <details className="rounded-2xl border border-line bg-raised open:pb-4">
        <summary className="flex min-h-11 cursor-pointer items-center px-4 text-15 font-semibold">
          {w.comment({ agency })}
        </summary>
        <Say post={post} agency={agency} />
      </details>
    </div>
  );
}

function Say({ post, agency }: { post: ClientPost; agency: string }) {
  const w = useWords(clientPage);
  const fetcher = useFetcher<Answer>();
  const form = useRef<HTMLFormElement>(null);
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  const isSent = answered?.problem === null;
  useEffect(() => {
    if (isSent) form.current?.reset();
  }, [isSent, answered]);
  return (
    <fetcher.Form ref={form} method="post" noValidate className="flex flex-col gap-3 px-4">
      <input type="hidden" name="intent" value="say" />
      <input type="hidden" name="draftId" value={post.draftId} />
      <input type="hidden" name="versionId" value={post.versionId} />
      <input type="hidden" name="id" value={post.nextId} />
      <TextArea
        name="body"
        rows={4}
        maxLength={maxClientComment}
        label={w.say}
        hint={w.sayHint({ agency })}
      />
      {answered?.problem && <NotSent problem={answered.problem} />}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <output className="text-15 font-medium">{isSent && `${w.sentIt} ✓`}</output>
        <Button type="submit" disabled={fetcher.state !== 'idle'}>
          {w.send}
        </Button>
      </div>
    </fetcher.Form>
  );
}

function NotSent({ problem }: { problem: Trouble }) {
  const w = useWords(clientPage);
  const words: Partial<Record<Trouble['code'], string>> = {
    'bad-input': w.empty,
    'content-changed': w.newer,
    'too-many': w.tooMany,
    'not-found': w.gone,
  };
  return <Problem>{words[problem.code] ?? w.notSent}</Problem>;
}
