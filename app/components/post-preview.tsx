// About how the platform shows the post: its first picture, whose it is, and the words up to where it
// folds them. Drawn with our own means, so it never claims to be exact.
import { Heart, MessageCircle, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { framesOf, type Medium, type Parts, partText } from '#shared/parts.ts';
import { foldPosition, type Platform } from '#shared/platforms.ts';
import { preview } from '#shared/words/preview.ts';
import { useFilePlaces } from './file-places.tsx';
import { useWords } from './words.tsx';

/** Of a post, what its picture needs. */
export interface Previewed {
  deliverable: Pick<OpenPost['deliverable'], 'platform' | 'format' | 'language'>;
  creator: Pick<OpenPost['creator'], 'name' | 'handle'>;
}

interface Shown {
  page: Previewed;
  parts: Parts;
}

const tall = new Set(['reel', 'short', 'story']);

export default function Preview({ page, parts }: Shown) {
  const { platform, format } = page.deliverable;
  if (tall.has(format) || platform === 'tiktok') return <Tall page={page} parts={parts} />;
  switch (platform) {
    case 'instagram':
      return <Feed page={page} parts={parts} />;
    case 'youtube':
      return <Watch page={page} parts={parts} />;
    default:
      return <Timeline page={page} parts={parts} />;
  }
}

/** A whole phone's screen with the words over the picture: reels, shorts, stories, TikTok. */
function Tall({ page, parts }: Shown) {
  const w = useWords(preview);
  const [frame] = framesOf(parts);
  const isStory = page.deliverable.format === 'story';
  const medium = isStory
    ? (parts.media.find(({ id }) => id === frame?.media) ?? first(parts))
    : first(parts);
  return (
    <div className="relative flex aspect-[9/16] w-full max-w-[300px] flex-col justify-end overflow-hidden rounded-2xl bg-black text-white">
      <div className="absolute inset-0">
        <Picture medium={medium} isDark />
      </div>
      {isStory ? (
        <p className="relative m-auto max-w-[85%] rounded-lg bg-black/75 px-3 py-2 text-center text-17 whitespace-pre-wrap">
          {frame?.text.trim() || w.nothingYet}
        </p>
      ) : (
        <div className="relative flex items-end gap-3 bg-black/75 p-3">
          <div className="min-w-0 flex-1">
            <Handle page={page} />
            <Title parts={parts} />
            <Folded page={page} parts={parts} />
          </div>
          <Signs />
        </div>
      )}
    </div>
  );
}

/** A picture in a feed, the words below it. */
function Feed({ page, parts }: Shown) {
  return (
    <article className="w-full max-w-[380px] overflow-hidden rounded-2xl border border-line bg-raised">
      <div className="p-3">
        <Handle page={page} />
      </div>
      <div className="aspect-[4/5] bg-line">
        <Picture medium={first(parts)} />
      </div>
      <div className="flex flex-col gap-2 p-3">
        <Signs isFlat />
        <Folded page={page} parts={parts} begin={handleOf(page)} />
      </div>
    </article>
  );
}

/** A video to watch, with its title and what stands below. */
function Watch({ page, parts }: Shown) {
  return (
    <article className="w-full overflow-hidden rounded-2xl border border-line bg-raised">
      <div className="aspect-video bg-line">
        <Picture medium={first(parts)} />
      </div>
      <div className="flex flex-col gap-2 p-3">
        <Title parts={parts} />
        <Handle page={page} />
        <div className="rounded-xl bg-line/60 p-3">
          <Folded page={page} parts={parts} />
        </div>
      </div>
    </article>
  );
}

/** Words first, the picture below: X and what is made like it. */
function Timeline({ page, parts }: Shown) {
  return (
    <article className="flex w-full max-w-[420px] flex-col gap-2 rounded-2xl border border-line bg-raised p-4">
      <Handle page={page} />
      <Title parts={parts} />
      <Folded page={page} parts={parts} />
      {parts.media.length > 0 && (
        <div className="aspect-video overflow-hidden rounded-2xl border border-line bg-line">
          <Picture medium={first(parts)} />
        </div>
      )}
      <Signs isFlat />
    </article>
  );
}

const first = ({ media }: Parts): Medium | null =>
  media.find(({ cover }) => cover) ?? media[0] ?? null;

const handleOf = ({ creator }: Previewed) => creator.handle || creator.name;

function Handle({ page }: { page: Previewed }) {
  const handle = handleOf(page);
  const letter = Array.from(handle.replace('@', ''))[0] ?? '';
  return (
    <p className="flex items-center gap-2 text-15 font-semibold">
      <span
        aria-hidden="true"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-creator text-13 text-paper"
      >
        {letter.toUpperCase()}
      </span>
      <span className="truncate">{handle}</span>
    </p>
  );
}

function Title({ parts }: { parts: Parts }) {
  const title = partText(parts, 'title').trim();
  return title ? <p className="text-17 font-semibold break-words">{title}</p> : null;
}

/** The words up to the fold of this platform, and all of them at a tap. */
function Folded({ page, parts, begin }: Shown & { begin?: string }) {
  const w = useWords(preview);
  const [open, setOpen] = useState(false);
  const text = partText(parts, 'caption');
  const fold = foldPosition(text, page.deliverable.platform as Platform);
  if (text.trim() === '') return <p className="text-15 opacity-80">{w.nothingYet}</p>;
  const seen = fold === null || open ? text : text.slice(0, fold).trimEnd();
  return (
    <p
      lang={page.deliverable.language}
      className={`text-15 break-words whitespace-pre-wrap ${open ? 'max-h-64 overflow-y-auto' : ''}`}
    >
      {begin && <span className="font-semibold">{begin} </span>}
      {seen}
      {fold !== null && (
        <>
          {' '}
          <button
            type="button"
            className="inline font-medium underline underline-offset-4 opacity-85"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? w.showLess : w.showMore}
          </button>
        </>
      )}
    </p>
  );
}

function Picture({ medium, isDark = false }: { medium: Medium | null; isDark?: boolean }) {
  const w = useWords(preview);
  const places = useFilePlaces();
  const fill = 'size-full object-cover';
  if (medium?.file && medium.kind === 'image') {
    return (
      <img src={places.preview(medium.file)} alt={medium.alt} loading="lazy" className={fill} />
    );
  }
  if (medium?.file) {
    // Its first frame, still and silent.
    return (
      <video src={places.file(medium.file)} muted playsInline preload="metadata" className={fill} />
    );
  }
  return <Nothing isDark={isDark}>{medium ? medium.alt || w.linkOnly : w.noPicture}</Nothing>;
}

function Nothing({ isDark, children }: { isDark: boolean; children: ReactNode }) {
  return (
    <div
      className={`flex size-full items-center justify-center p-6 text-center text-15 ${isDark ? 'bg-neutral-900 text-white' : 'text-muted'}`}
    >
      {children}
    </div>
  );
}

/** What a viewer could press, as signs only. */
function Signs({ isFlat = false }: { isFlat?: boolean }) {
  return (
    <div aria-hidden="true" className={`flex gap-4 ${isFlat ? '' : 'flex-col'}`}>
      <Heart className="size-5" />
      <MessageCircle className="size-5" />
      <Send className="size-5" />
    </div>
  );
}
