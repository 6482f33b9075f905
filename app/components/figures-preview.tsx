// What was understood of a file, before anything of it is kept: how many posts, from when, what is
// missing, what was left out and why, the newest of them, and the one press that keeps them.
import { useEffect, useMemo, useRef, useState } from 'react';
import { keepReading, type KeptCounts } from '#app/imports/asking.ts';
import type { OwnFigures } from '#server/views/imports.ts';
import type { Problem as Fault } from '#shared/errors.ts';
import { isLikedBeyondReach, readFollowers } from '#shared/figures.ts';
import type { ImportedPost } from '#shared/imports/post.ts';
import {
  type ChannelFacts,
  followersTold,
  type OtherAccount,
  otherAccounts,
  type Reading,
} from '#shared/imports/reading.ts';
import type { Understood } from '#shared/imports/recognise.ts';
import { readTable, type Table } from '#shared/imports/table.ts';
import type { Platform } from '#shared/platforms.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { platformName } from '#shared/words/platforms.ts';
import { Button } from './button.tsx';
import { Choice, Field, Problem } from './field.tsx';
import { FiguresColumns } from './figures-columns.tsx';
import { FiguresFound } from './figures-found.tsx';
import { deviceZone, useCounts, useDay } from './figures-words.ts';
import { Progress } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

type Read = Exclude<Understood, { kind: 'other' }>;

interface PreviewProps {
  own: OwnFigures;
  actor: string;
  name: string;
  read: Read;
  onLetGo(): void;
  onKept(counts: KeptCounts): void;
}

export function FiguresPreview({ own, actor, name, read, onLetGo, onKept }: PreviewProps) {
  const w = useWords(figuresPage);
  const [table, setTable] = useState<Table | null>(read.kind === 'table' ? read.table : null);
  const reading = useMemo(
    () => (read.kind === 'posts' ? read.reading : tableReading(table)),
    [read, table],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isPlain = table?.format === 'plain';
  return (
    <div className="flex flex-col gap-5 rounded-2xl border border-creator/40 bg-raised p-4 md:p-6">
      <div className="flex flex-col gap-1">
        <h3 ref={heading} tabIndex={-1} className="text-17 font-semibold outline-none">
          {w.recognised({ format: w[`format-${reading?.format ?? 'plain'}`] })}
        </h3>
        <p className="text-13 break-words text-muted">{name}</p>
      </div>
      {isPlain && <FiguresColumns table={table} onChange={setTable} />}
      {reading && (reading.posts.length > 0 || reading.channels.length > 0) ? (
        <Understanding {...{ own, actor, name, reading, onKept, onLetGo }} />
      ) : (
        <>
          {reading && <Problem>{w.columnsEmpty}</Problem>}
          <Button look="plain" className="self-start" onClick={onLetGo}>
            {w.letGo}
          </Button>
        </>
      )}
    </div>
  );
}

/** Null until it is known which column holds the date and how it is written. */
function tableReading(table: Table | null): Reading | null {
  if (!table || table.columns.date === undefined || table.order === null) return null;
  return readTable(table, { timeZone: deviceZone() });
}

interface UnderstandingProps extends Omit<PreviewProps, 'read'> {
  reading: Reading;
}

function Understanding({ own, actor, name, reading, onKept, onLetGo }: UnderstandingProps) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const { posts } = reading;
  const platforms = [...new Set([...posts, ...reading.channels].map(({ platform }) => platform))];
  const [followers, setFollowers] = useState<Partial<Record<Platform, string>>>({});
  const doubted = posts.filter(isLikedBeyondReach);
  const others = otherAccounts(reading.channels, own.channels);
  const [isMine, setMine] = useState(false);
  const [kept, setKept] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const told = (platform: Platform) =>
    followers[platform] ?? knownFollowers({ own, reading, platform });
  const isUnread = platforms.some((platform) => !readFollowers(told(platform)).ok);
  const isOpen = others.length > 0 && !isMine;

  async function keep(): Promise<void> {
    setFault(null);
    setKept(0);
    const channels = platforms.map((platform) => channelOf(reading, platform, told(platform)));
    const fileName = name;
    const done = await keepReading({ actor, fileName, reading, channels, onKept: setKept });
    setKept(null);
    if (done.ok) onKept(done.value);
    else setFault(done.error);
  }

  return (
    <>
      <FiguresFound reading={reading} />
      {doubted.length > 0 && <Doubted posts={doubted} />}
      {posts.length > 0 && <Posts title={w.newest} posts={posts.slice(0, 4)} />}
      <div className="flex flex-col gap-4">
        {platforms.map((platform) => (
          <Field
            key={platform}
            label={w.followersNow({ platform: platformName(platform) })}
            hint={w[`followers-${followersTold(reading, platform)}`]}
            error={followersError(w, told(platform))}
            inputMode="decimal"
            className="max-w-56"
            value={told(platform)}
            onChange={({ currentTarget }) =>
              setFollowers({ ...followers, [platform]: currentTarget.value })
            }
          />
        ))}
      </div>
      {others.length > 0 && <AskWhose others={others} isMine={isMine} onSay={setMine} />}
      {fault && <Problem>{faultWords(w, fault)}</Problem>}
      {kept !== null && (
        <KeepingBar
          n={format.number(kept)}
          of={format.number(posts.length)}
          share={kept / Math.max(posts.length, 1)}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          look="creator"
          disabled={kept !== null || isUnread || isOpen}
          onClick={() => void keep()}
        >
          {posts.length > 0 ? w.keep({ n: format.number(posts.length) }) : w.keepFollowers}
        </Button>
        <Button look="plain" disabled={kept !== null} onClick={onLetGo}>
          {w.letGo}
        </Button>
      </div>
    </>
  );
}

interface WhoseProps {
  others: OtherAccount[];
  isMine: boolean;
  onSay(isMine: boolean): void;
}

/** Said before anything can be kept: the posts of somebody else would be hers from then on. */
function AskWhose({ others, isMine, onSay }: WhoseProps) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const handles = format.list(others.map(({ inFile }) => inFile));
  return (
    <div className="flex flex-col gap-1 rounded-xl border-2 border-ink px-3 py-2.5">
      {others.map(({ platform, inFile, own }) => (
        <p key={platform} className="text-15">
          {w.otherAccount({ platform: platformName(platform), inFile, own })}
        </p>
      ))}
      <Choice
        type="checkbox"
        label={w.otherIsMine({ handles })}
        hint={w.otherThen({ handles })}
        checked={isMine}
        onChange={({ currentTarget }) => onSay(currentTarget.checked)}
      />
    </div>
  );
}

function KeepingBar({ n, of, share }: { n: string; of: string; share: number }) {
  const w = useWords(figuresPage);
  const words = w.keeping({ n, of });
  return (
    <div className="flex flex-col gap-2">
      <p className="text-15">{words}</p>
      <Progress value={share} label={words} />
    </div>
  );
}

function faultWords(w: (typeof figuresPage)['en'], { code }: Fault): string {
  if (code === 'wrong-person' || code === 'signed-out') return w.signedAs;
  return code === 'too-many' ? w.keepMany : w.keepFailed;
}

function followersError(w: (typeof figuresPage)['en'], typed: string): string | undefined {
  const read = readFollowers(typed);
  if (read.ok) return undefined;
  return read.error === 'too-few' ? w.followersFew : w.followersBad;
}

const channelIn = ({ channels }: Reading, platform: Platform) =>
  channels.find((one) => one.platform === platform);

/** What the file lists, else what the creator told before. */
function knownFollowers({
  own,
  reading,
  platform,
}: {
  own: OwnFigures;
  reading: Reading;
  platform: Platform;
}): string {
  const before = own.channels.find((one) => one.platform === platform)?.followers;
  const count = channelIn(reading, platform)?.followers ?? before ?? null;
  return count === null ? '' : String(count);
}

function channelOf(reading: Reading, platform: Platform, told: string): ChannelFacts {
  const inFile = channelIn(reading, platform);
  const count = readFollowers(told);
  return {
    platform,
    handle: inFile?.handle ?? '',
    followers: count.ok ? count.value : null,
    follows: inFile?.follows ?? null,
  };
}

/** Named, of those that cannot be. */
const mostDoubted = 12;

function Doubted({ posts }: { posts: readonly ImportedPost[] }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const more = posts.length - mostDoubted;
  return (
    <div className="flex flex-col gap-1 rounded-xl border-2 border-ink px-3 py-2.5">
      <Posts
        title={w.doubted({ n: format.number(posts.length) })}
        posts={posts.slice(0, mostDoubted)}
      />
      {more > 0 && <p className="text-13 text-muted">{w.leftMore({ n: format.number(more) })}</p>}
      <p className="text-13 text-muted">{w.doubtedKept}</p>
    </div>
  );
}

function Posts({ title, posts }: { title: string; posts: readonly ImportedPost[] }) {
  const w = useWords(figuresPage);
  const day = useDay();
  const counts = useCounts(w);
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-13 text-muted">{title}</h4>
      <ul className="divide-y divide-line">
        {posts.map((post) => (
          <li key={`${post.platform} ${post.key}`} className="py-2">
            <p className="line-clamp-2 text-15">{post.caption || w.noCaption}</p>
            <p className="text-13 text-muted">
              {[day(post.publishedAt), counts(post)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
