// The facts of what was read, one line each, and the lines that were left out.
import { missingIn, type Reading, type Skipped, skipReasons } from '#shared/imports/reading.ts';
import { countNames, postKinds } from '#shared/imports/post.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { platformName } from '#shared/words/platforms.ts';
import { deviceZone, useDay, useKindName } from './figures-words.ts';
import { useFormat, useWords } from './words.tsx';

export function FiguresFound({ reading }: { reading: Reading }) {
  const w = useWords(figuresPage);
  const facts = useFacts(reading);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-15 text-muted">{reading.posts.length > 0 ? w.nothingKept : w.noPosts}</p>
      <dl className="grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
        {facts.map(([name, lines]) => (
          <div key={name}>
            <dt className="text-13 text-muted">{name}</dt>
            {lines.map((line) => (
              <dd key={line} className="text-15">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {reading.skipped.length > 0 && <LeftOut skipped={reading.skipped} />}
    </div>
  );
}

function useFacts(reading: Reading): [string, string[]][] {
  const w = useWords(figuresPage);
  const format = useFormat();
  const day = useDay();
  const missing = useMissing(reading);
  const kinds = useKinds(reading);
  const { posts, zone } = reading;
  const [newest, oldest] = [posts[0], posts.at(-1)];
  const paid = posts.filter(({ sponsored }) => sponsored === true).length;
  const days = reading.channels.flatMap(({ follows }) => follows?.counts.length ?? [])[0];
  const follows: [string, string[]][] = days
    ? [[w.newFollowers, [w.followsRead({ days: format.number(days) })]]]
    : [];
  const named = reading.channels.filter(({ handle }) => handle !== '');
  const accounts: [string, string[]][] =
    named.length > 0
      ? [[w.account, named.map((one) => `${one.handle} · ${platformName(one.platform)}`)]]
      : [];
  if (!newest || !oldest) return [...accounts, ...follows];
  return [
    ...accounts,
    [w.posts, [format.number(posts.length)]],
    [w.when, [w.range({ from: day(oldest.publishedAt), to: day(newest.publishedAt) })]],
    [w.kinds, [kinds]],
    [w.missing, missing],
    [w.times, [zone === 'device' ? w['zone-device']({ zone: deviceZone() }) : w[`zone-${zone}`]]],
    [w.paid, [paid > 0 ? w.paidSome({ n: format.number(paid) }) : w.paidNone]],
    ...follows,
  ];
}

function useKinds({ posts }: Reading): string {
  const w = useWords(figuresPage);
  const format = useFormat();
  const kindName = useKindName();
  const counts = postKinds.map((kind) => ({
    kind: kindName(kind),
    count: posts.filter((post) => post.kind === kind).length,
  }));
  const some = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return some.map(({ kind, count }) => w.kindCount({ n: format.number(count), kind })).join(', ');
}

function useMissing({ format: of, posts }: Reading): string[] {
  const w = useWords(figuresPage);
  const format = useFormat();
  const isBare = posts.every((post) => countNames.every((name) => post[name] === null));
  if (of === 'instagram' && isBare) return [w.missingFigures];
  const missing = missingIn(posts).map(({ name, posts: n }) =>
    n === posts.length
      ? w.missingAll({ what: w[name] })
      : w.missingSome({
          what: w[name],
          n: format.number(n),
          of: format.number(posts.length),
        }),
  );
  return missing.length > 0 ? missing : [w.missingNone];
}

/** Lines named, of each reason. */
const mostNamed = 12;

function LeftOut({ skipped }: { skipped: readonly Skipped[] }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const reasons = skipReasons
    .map((why) => ({ why, lines: skipped.filter((one) => one.why === why) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <details>
      <summary className="flex min-h-11 items-center text-15 font-medium md:min-h-8">
        {w.left({ n: format.number(skipped.length) })}
      </summary>
      <ul className="flex list-disc flex-col gap-1 pl-6 text-15 text-muted">
        {reasons.map(({ why, lines }) => (
          <li key={why}>
            {w.leftAt({
              why: w[`why-${why}`],
              lines: lines
                .slice(0, mostNamed)
                .map(({ line }) => String(line))
                .join(', '),
            })}
            {lines.length > mostNamed &&
              ` ${w.leftMore({ n: format.number(lines.length - mostNamed) })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
