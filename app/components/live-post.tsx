// A post that is live: whether it stands there as approved, and its first figures. The creator tells
// both; the brand reads them as told.
import { useState } from 'react';
import type { LivePostView } from '#server/views/live-posts.ts';
import type { Run } from '#shared/difference.ts';
import { platformName } from '#shared/words/platforms.ts';
import { posting } from '#shared/words/posting.ts';
import { Button } from './button.tsx';
import { TextArea } from './field.tsx';
import { LiveFigures } from './live-figures.tsx';
import { TurnShape } from './people.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import type { PostingProps } from './posting-day.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';

export interface LiveProps extends PostingProps {
  live: LivePostView;
}

export function LivePost(props: LiveProps) {
  const w = useWords(posting);
  return (
    <section
      aria-label={w.liveTitle}
      className="flex flex-col gap-5 divide-y divide-line rounded-2xl border border-line bg-raised p-4 md:p-5"
    >
      {props.live.hasCaption && <Caption {...props} />}
      <LiveFigures {...props} />
    </section>
  );
}

function Caption(props: LiveProps) {
  const { page, live } = props;
  const w = useWords(posting);
  const [isPasting, setPasting] = useState(false);
  const isOwn = page.side === 'creator';
  const { caption } = live;
  return (
    <div className="flex flex-col gap-3 pb-5">
      <h2 className="text-17 font-semibold">{w.captionStep}</h2>
      {caption && <Compared {...props} caption={caption} />}
      {!caption && !isOwn && (
        <p className="text-15 text-muted">{w.notPasted({ creator: page.creator.name })}</p>
      )}
      {isOwn && (!caption || isPasting) && <Paste {...props} onDone={() => setPasting(false)} />}
      {isOwn && caption && !isPasting && (
        <Button className="self-start" onClick={() => setPasting(true)}>
          {w.again}
        </Button>
      )}
    </div>
  );
}

function Compared({
  page,
  caption,
}: LiveProps & { caption: NonNullable<LivePostView['caption']> }) {
  const w = useWords(posting);
  const isOwn = page.side === 'creator';
  const note = isOwn ? w.differsYou : w.differsBrand({ creator: page.creator.name });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-15">
        <TurnShape turn={caption.asApproved ? 'both' : 'nobody'} />
        <span className="font-semibold">{caption.asApproved ? w.asApproved : w.differs}</span>
      </p>
      <p className="text-15 text-muted">{caption.asApproved ? w.asApprovedNote : note}</p>
      {!caption.asApproved && <Runs runs={caption.runs} />}
    </>
  );
}

/** Words have a shape of their own besides the hue: underlined, or in brackets. */
function Runs({ runs }: { runs: readonly Run[] }) {
  const w = useWords(posting);
  return (
    <div className="flex flex-col gap-2">
      <p className="rounded-xl border border-line bg-paper px-3 py-2 text-17 leading-relaxed break-words whitespace-pre-wrap">
        {runs.map(({ kind, text }, index) => {
          const key = `${index}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'added' ? (
            <ins key={key} className="font-medium text-creator decoration-2 underline-offset-4">
              {text}
            </ins>
          ) : (
            <del key={key} className="text-muted no-underline">
              [{text}]
            </del>
          );
        })}
      </p>
      <p className="text-13 text-muted">{w.legend}</p>
    </div>
  );
}

function Paste({ page, actor, onDone }: LiveProps & { onDone(): void }) {
  const w = useWords(posting);
  const [caption, setCaption] = useKeptText(`live-caption/${page.id}`);
  const [wasEmpty, setWasEmpty] = useState(false);
  const keep = usePostAction(actor, 'live-caption', () => {
    setCaption('');
    onDone();
  });
  const isEmpty = caption.trim() === '';
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <TextArea
          label={w.caption}
          hint={w.captionNote({ platform: platformName(page.deliverable.platform) })}
          error={wasEmpty && isEmpty ? w.badCaption : null}
          rows={4}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
      </div>
      <PostProblem problem={keep.problem} />
      <Button
        look="creator"
        disabled={keep.isBusy}
        onClick={() => {
          setWasEmpty(isEmpty);
          if (!isEmpty) keep.run({ caption });
        }}
      >
        {w.check}
      </Button>
    </div>
  );
}
