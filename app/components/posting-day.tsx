// Posting day on the post's own page: step by step until it is live, then what stands there and how it
// went. The brand sees what came of it.
import { ExternalLink } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { framesOf, type PartKind, type Parts, partText } from '#shared/parts.ts';
import { isPlatform } from '#shared/platforms.ts';
import { appUrls } from '#shared/posting.ts';
import { platformName } from '#shared/words/platforms.ts';
import { posting } from '#shared/words/posting.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Field } from './field.tsx';
import { LivePost } from './live-post.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { MediaToSave } from './posting-media.tsx';
import { useWords } from './words.tsx';

export interface PostingProps {
  page: OpenPost;
  actor: string;
}

export default function PostingDay(props: PostingProps & { kinds: readonly PartKind[] }) {
  const { page } = props;
  if (page.live) return <LivePost {...props} live={page.live} />;
  return page.sent && page.side === 'creator' ? <Steps {...props} form={page.sent.form} /> : null;
}

type StepsProps = Parameters<typeof PostingDay>[0] & {
  form: NonNullable<OpenPost['sent']>['form'];
};

/** Both approved exactly this; what the document says by now is another matter. */
function Steps({ page, actor, kinds, form }: StepsProps) {
  const w = useWords(posting);
  const title = useId();
  const parts = partsOfForm(form);
  const platform = platformName(page.deliverable.platform);
  return (
    <section
      aria-labelledby={title}
      className="flex flex-col gap-4 rounded-2xl border border-line bg-raised p-4 md:p-5"
    >
      <div className="flex flex-col gap-1">
        <h2 id={title} className="text-22 font-semibold">
          {w.title}
        </h2>
        <p className="text-15 text-muted">{w.intro}</p>
      </div>
      <ol className="flex flex-col gap-5">
        <WordsToCopy parts={parts} kinds={kinds} />
        {parts.media.length > 0 && (
          <Step n={2} title={w.saveStep}>
            <MediaToSave media={parts.media} />
          </Step>
        )}
        <Step n={parts.media.length > 0 ? 3 : 2} title={w.appStep({ platform })}>
          <OpenApp platform={page.deliverable.platform} />
        </Step>
        <Step n={parts.media.length > 0 ? 4 : 3} title={w.linkStep}>
          <PasteLink actor={actor} />
        </Step>
      </ol>
      <p className="text-13 text-muted">{w.nextNote}</p>
    </section>
  );
}

export function Step({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="flex size-7 shrink-0 items-center justify-center rounded-full bg-creator-soft text-15 font-semibold text-creator"
      >
        {n}
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-3">
        <h3 className="pt-0.5 text-17 font-medium">{title}</h3>
        {children}
      </div>
    </li>
  );
}

function WordsToCopy({ parts, kinds }: { parts: Parts; kinds: readonly PartKind[] }) {
  const w = useWords(posting);
  const has = (part: 'title' | 'caption' | 'firstComment') =>
    kinds.includes(part) && partText(parts, part) !== '';
  const frames = kinds.includes('frames') ? framesOf(parts).filter(({ text }) => text) : [];
  return (
    <Step n={1} title={w.copyStep}>
      {has('title') && <CopyButton text={partText(parts, 'title')} label={w.copyTitle} />}
      {has('caption') && (
        <>
          <Shown text={partText(parts, 'caption')} />
          <CopyButton text={partText(parts, 'caption')} label={w.copyCaption} />
        </>
      )}
      {frames.map(({ id, text }, index) => (
        <CopyButton key={id} text={text} label={w.copyFrame({ n: index + 1 })} />
      ))}
      {has('firstComment') && (
        <>
          <CopyButton text={partText(parts, 'firstComment')} label={w.copyFirst} />
          <p className="text-13 text-muted">{w.firstNote}</p>
        </>
      )}
    </Step>
  );
}

/** Exactly what the button copies, line breaks and all. */
function Shown({ text }: { text: string }) {
  return (
    <p
      // A long caption scrolls in its place, by keys too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-40 w-full overflow-y-auto rounded-xl border border-line bg-paper px-3 py-2 text-15 break-words whitespace-pre-wrap"
    >
      {text}
    </p>
  );
}

function OpenApp({ platform }: { platform: string }) {
  const w = useWords(posting);
  if (!isPlatform(platform)) return null;
  return (
    <a
      href={appUrls[platform]}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink no-underline hover:border-ink md:min-h-10"
    >
      <ExternalLink className="size-4" aria-hidden="true" />
      {w.openApp({ platform: platformName(platform) })}
    </a>
  );
}

function PasteLink({ actor }: { actor: string }) {
  const w = useWords(posting);
  const [url, setUrl] = useState('');
  const publish = usePostAction(actor, 'publish');
  return (
    <form
      className="flex w-full flex-col items-start gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        publish.run({ url });
      }}
    >
      <div className="w-full">
        <Field
          label={w.link}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder={w.linkHint}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      </div>
      <PostProblem problem={publish.problem} />
      <Button type="submit" look="creator" disabled={!url.trim() || publish.isBusy}>
        {w.record}
      </Button>
    </form>
  );
}
