// What publishing does to whom, in numbers and with names, beside the choice of what kind of change it
// is. Fetched when the dialog opens; computed by the same function the command tells people by.
import { useFetcher, useParams } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import type { loader } from '#app/routes/briefs.$briefId_.outlook.ts';
import {
  type FactCreator,
  type PostEffect,
  type PublishingEffect,
  type PublishingFacts,
  publishingEffect,
} from '#shared/publishing-effect.ts';
import { formatName } from '#shared/words/platforms.ts';
import { post as postWords } from '#shared/words/post.ts';
import { publishing } from '#shared/words/publishing.ts';
import { useReader, useWords } from './words.tsx';

export function PublishEffect({ change, n }: { change: 'wording' | 'matters'; n: number }) {
  const w = useWords(publishing);
  const { briefId = '' } = useParams();
  const { load, data } = useFetcher<typeof loader>();
  useEffect(() => load(`/briefs/${briefId}/outlook`), [briefId, load]);
  if (!data) return null;
  const facts: PublishingFacts<FactCreator> = data;
  return (
    <section aria-label={w.title} aria-live="polite" className="flex flex-col gap-1">
      <h3 className="text-15 font-medium text-ink">{w.title}</h3>
      {facts.creators.length === 0 ? (
        <p className="text-15 text-muted">{w.nobody}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          <Groups effect={publishingEffect(facts, change)} n={n} />
        </ul>
      )}
    </section>
  );
}

type Effect = PublishingEffect<FactCreator>;
type OnePost = PostEffect<FactCreator>;

function Groups({ effect, n }: { effect: Effect; n: number }) {
  const w = useWords(publishing);
  const next = ({ creator, next: version }: OnePost) =>
    version < n ? w.nextUntil({ n: version, name: creator.name }) : w.next({ n: version });
  const again = ({ creator, next: version }: OnePost) =>
    version < n ? w.againUntil({ n: version, name: creator.name }) : w.again({ n: version });
  const under = ({ post }: OnePost) => w.sentUnder({ n: post.sentUnder ?? 0 });
  return (
    <>
      <People who={effect.agrees} title={w.agrees} note={w.agreesNote} />
      <People who={effect.told} title={w.told} note={w.toldNote} />
      <People who={effect.settled} title={w.settled} note={w.settledNote} />
      <People who={effect.reads} title={w.reads} note={w.readsNote({ n })} />
      <Posts
        posts={effect.review}
        title={w.review}
        note={w.reviewNote}
        say={(one) => `${under(one)}; ${again(one)}`}
      />
      <Posts
        posts={effect.keep}
        title={w.keep}
        note={w.keepNote}
        say={({ post }) => w.stays({ n: post.sentUnder ?? 0 })}
      />
      <Posts posts={effect.unsent} title={w.unsent} say={next} />
    </>
  );
}

interface GroupProps {
  title(p: { count: number }): string;
  note?: string;
}

function People({ who, title, note }: GroupProps & { who: FactCreator[] }) {
  if (who.length === 0) return null;
  return (
    <Group title={title({ count: who.length })} note={note}>
      <p className="text-15 break-words">{who.map(({ name }) => name).join(', ')}</p>
    </Group>
  );
}

function Posts({
  posts,
  title,
  note,
  say,
}: GroupProps & { posts: OnePost[]; say(one: OnePost): string }) {
  const { ordinal } = useWords(postWords);
  const { locale } = useReader();
  if (posts.length === 0) return null;
  return (
    <Group title={title({ count: posts.length })} note={note}>
      <ul className="flex flex-col gap-1">
        {posts.map((one) => (
          <li key={one.post.id} className="text-15 break-words">
            {one.creator.name} · {one.post.title || ordinal({ n: one.post.ordinal })} ·{' '}
            {formatName(one.post.format, locale)}
            <span className="block text-13 text-muted">{say(one)}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}

function Group({
  title,
  note,
  children,
}: {
  title: string;
  note: string | undefined;
  children: ReactNode;
}) {
  return (
    <li>
      <details className="open:pb-3">
        <summary className="flex min-h-11 cursor-pointer items-center py-1.5 text-15 font-semibold">
          {title}
        </summary>
        {note && <p className="mb-2 text-13 text-muted">{note}</p>}
        <div className="max-h-48 overflow-y-auto">{children}</div>
      </details>
    </li>
  );
}
