// A picture with the points that were talked about, or a film with its seconds, and beside it what
// was said. A point is placed by a tap or by keyboard; a second is where the film stands.
import { MapPin, MessageSquare } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import type { MediaAnchor } from '#shared/anchors.ts';
import { fileUrl } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { Dot, mediaFrame, NewDot, type Point, pointOf, Points } from './media-points.tsx';
import type { Talk } from './talk.ts';
import { clockTime } from './thread-about.ts';
import { ThreadCard } from './thread-card.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { useReading } from './use-reading.ts';
import { useWords } from './words.tsx';

interface MediaThreadsProps {
  medium: Medium;
  /** "Photo 2": how it is called in a comment. */
  name: string;
  talk: Talk;
  /** The thread that led here. */
  active: string | null;
  /** The way to what lies elsewhere, which has no picture here. */
  elsewhere: ReactNode;
}

export default function MediaThreads(props: MediaThreadsProps) {
  return props.medium.kind === 'video' ? <Film {...props} /> : <Photo {...props} />;
}

function openOn({ threads }: Talk, mediaId: string): ThreadView[] {
  return threads.filter(
    ({ anchor, resolvedAt }) =>
      anchor.kind === 'media' && anchor.mediaId === mediaId && resolvedAt === null,
  );
}

function Photo({ medium, name, talk, active, elsewhere }: MediaThreadsProps) {
  const w = useWords(thread);
  const [pressed, setPressed] = useState(active);
  const [writing, setWriting] = useState<MediaAnchor | null>(null);
  const threads = openOn(talk, medium.id);
  const numbered = threads.filter(pointOf);
  const numberOf = (view: ThreadView) => (pointOf(view) ? numbered.indexOf(view) + 1 : undefined);
  const about = { kind: 'media', mediaId: medium.id, label: name } as const;
  const mayStart = talk.audiences.length > 0;
  const hasPicture = medium.file !== null;
  const place = (point: Point) => setWriting({ ...about, point });

  function press(id: string): void {
    setPressed(id);
    document
      .querySelector(`[role=dialog] [data-card="${id}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <Split
      picture={
        !hasPicture ? (
          elsewhere
        ) : (
          <Points medium={medium} onPlace={mayStart ? place : undefined}>
            {numbered.map((view) => (
              <Dot
                key={view.id}
                view={view}
                number={numberOf(view) ?? 0}
                isActive={view.id === pressed}
                onPress={() => press(view.id)}
              />
            ))}
            {writing?.point && <NewDot point={writing.point} onMove={place} />}
          </Points>
        )
      }
    >
      {writing ? (
        <ThreadComposer
          key={JSON.stringify(writing)}
          talk={talk}
          anchor={writing}
          onClose={() => setWriting(null)}
        />
      ) : (
        mayStart && (
          <div className="flex flex-wrap gap-2">
            {hasPicture && (
              <Button onClick={() => place({ x: 0.5, y: 0.5 })}>
                <MapPin className="size-4" aria-hidden="true" />
                {w.placePoint}
              </Button>
            )}
            <Button onClick={() => setWriting(about)}>
              <MessageSquare className="size-4" aria-hidden="true" />
              {w.commentOnPicture}
            </Button>
            {hasPicture && <p className="basis-full text-13 text-muted">{w.placeHint}</p>}
          </div>
        )
      )}
      <Cards talk={talk} threads={threads} active={pressed} numberOf={numberOf} onShow={press} />
    </Split>
  );
}

function Split({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 md:flex-row md:items-start">
      <div className="flex min-w-0 justify-center md:flex-1">{picture}</div>
      <div className="flex flex-col gap-3 md:max-h-[65dvh] md:w-80 md:shrink-0 md:overflow-y-auto">
        {children}
      </div>
    </div>
  );
}

function Film({ medium, name, talk, active }: MediaThreadsProps) {
  const w = useWords(thread);
  const film = useRef<HTMLVideoElement>(null);
  const [second, setSecond] = useState(0);
  const [pressed, setPressed] = useState(active);
  const [writing, setWriting] = useState<MediaAnchor | null>(null);
  const threads = openOn(talk, medium.id);
  const secondOf = (id: string | null) => {
    const anchor = threads.find((one) => one.id === id)?.anchor;
    return anchor?.kind === 'media' ? anchor.second : undefined;
  };

  function seek(id: string | null): void {
    setPressed(id);
    const to = secondOf(id);
    if (!film.current || to === undefined) return;
    film.current.pause();
    film.current.currentTime = to;
  }

  function begin(): void {
    const now = film.current?.currentTime ?? 0;
    film.current?.pause();
    setWriting({ kind: 'media', mediaId: medium.id, label: name, second: now });
  }

  return (
    <Split
      picture={
        // What is said in it stands in the script beside it.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          ref={film}
          src={fileUrl(medium.file ?? '')}
          controls
          playsInline
          className={mediaFrame}
          onLoadedMetadata={() => seek(active)}
          onTimeUpdate={({ currentTarget }) => setSecond(currentTarget.currentTime)}
        />
      }
    >
      {writing ? (
        <ThreadComposer
          key={JSON.stringify(writing)}
          talk={talk}
          anchor={writing}
          onClose={() => setWriting(null)}
        />
      ) : (
        talk.audiences.length > 0 && (
          <Button className="self-start" onClick={begin}>
            <MessageSquare className="size-4" aria-hidden="true" />
            {w.commentAt({ time: clockTime(second) })}
          </Button>
        )
      )}
      <Cards
        talk={talk}
        threads={threads.sort((a, b) => (secondOf(a.id) ?? -1) - (secondOf(b.id) ?? -1))}
        active={pressed}
        numberOf={() => undefined}
        timeOf={({ id }) => secondOf(id)}
        onShow={seek}
      />
    </Split>
  );
}

interface CardsProps {
  talk: Talk;
  threads: ThreadView[];
  active: string | null;
  numberOf(view: ThreadView): number | undefined;
  timeOf?(view: ThreadView): number | undefined;
  onShow(id: string): void;
}

function Cards({ talk, threads, active, numberOf, timeOf, onShow }: CardsProps) {
  const w = useWords(thread);
  const list = useReading(talk, threads.map(({ id }) => id).join());
  return (
    <div ref={list}>
      <ol className="flex flex-col gap-3">
        {threads.map((view) => {
          const number = numberOf(view);
          const second = timeOf?.(view);
          return (
            <li key={view.id} data-card={view.id}>
              <ThreadCard
                talk={talk}
                thread={view}
                number={number}
                isGone={false}
                isActive={active === view.id}
                showWords={second === undefined ? undefined : w.seek({ time: clockTime(second) })}
                onShow={number === undefined && second === undefined ? undefined : onShow}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
