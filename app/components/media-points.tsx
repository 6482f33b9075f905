// The points on a picture: those that were talked about, numbered, and the one being placed. Where
// they are is given in shares of the picture, so that they hold at every size.
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import type { MediaAnchor } from '#shared/anchors.ts';
import { fileUrl } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { thread } from '#shared/words/thread.ts';
import { useWords } from './words.tsx';

export type Point = NonNullable<MediaAnchor['point']>;

export const mediaFrame = 'max-h-[60dvh] max-w-full rounded-xl border border-line object-contain';

export const pointOf = ({ anchor }: ThreadView): Point | undefined =>
  anchor.kind === 'media' ? anchor.point : undefined;

interface PointsProps {
  medium: Medium;
  onPlace: ((point: Point) => void) | undefined;
  children: ReactNode;
}

export function Points({ medium, onPlace, children }: PointsProps) {
  const w = useWords(mediaWords);
  const within = (share: number) => Math.min(Math.max(share, 0), 1);
  function place({ currentTarget, clientX, clientY }: MouseEvent): void {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    onPlace?.({ x: within((clientX - left) / width), y: within((clientY - top) / height) });
  }
  return (
    <div className="relative inline-block">
      {/* By keyboard a point is placed with the button beside it and moved with the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <img
        src={fileUrl(medium.file ?? '')}
        alt={medium.alt || w.notDescribed}
        className={`${mediaFrame} ${onPlace ? 'cursor-crosshair' : ''}`}
        draggable={false}
        onClick={place}
      />
      {children}
    </div>
  );
}

const at = ({ x, y }: Point) => ({ left: `${x * 100}%`, top: `${y * 100}%` });
/** As large as a fingertip, the mark in the middle of it. */
const dot =
  'absolute flex size-11 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full';
const mark =
  'flex size-7 items-center justify-center text-13 font-semibold text-paper shadow-lg ring-2 ring-paper';

interface DotProps {
  view: ThreadView;
  number: number;
  isActive: boolean;
  onPress(): void;
}

export function Dot({ view, number, isActive, onPress }: DotProps) {
  const w = useWords(thread);
  const isBrand = view.comments[0]?.author.side !== 'creator';
  const hue = isBrand ? 'rounded-lg bg-brand' : 'rounded-full bg-creator';
  return (
    <button
      type="button"
      className={dot}
      style={at(pointOf(view) ?? { x: 0, y: 0 })}
      aria-label={`${w.pointNumber({ n: number })}: ${view.comments[0]?.body ?? ''}`}
      aria-pressed={isActive}
      onClick={onPress}
    >
      <span aria-hidden="true" className={`${mark} ${hue} ${isActive ? 'scale-125' : ''}`}>
        {number}
      </span>
    </button>
  );
}

const stepShare = 0.02;
const arrows: Record<string, Point> = {
  ArrowLeft: { x: -stepShare, y: 0 },
  ArrowRight: { x: stepShare, y: 0 },
  ArrowUp: { x: 0, y: -stepShare },
  ArrowDown: { x: 0, y: stepShare },
};

export function NewDot({ point, onMove }: { point: Point; onMove(point: Point): void }) {
  const w = useWords(thread);
  const percent = (share: number) => Math.round(share * 100);
  function onKeyDown(event: KeyboardEvent): void {
    const by = arrows[event.key];
    if (!by) return;
    event.preventDefault();
    const moved = (from: number, step: number) => Math.min(Math.max(from + step, 0), 1);
    onMove({ x: moved(point.x, by.x), y: moved(point.y, by.y) });
  }
  return (
    <button
      type="button"
      className={dot}
      style={at(point)}
      aria-label={w.pointAt({ x: percent(point.x), y: percent(point.y) })}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden="true" className={`${mark} rounded-full bg-ink`}>
        +
      </span>
    </button>
  );
}
