// The published guidelines beside the text: the core message pinned, then points, then the rest.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { PostFrame } from '#server/views/drafts.ts';
import type { FieldKind } from '#shared/fields.ts';
import type { Point, Text } from '#shared/guidelines.ts';
import { common } from '#shared/words/common.ts';
import { heart } from '#shared/words/heart.ts';
import { post } from '#shared/words/post.ts';
import type { Locale } from '#shared/words/words.ts';
import { useReader, useWords } from './words.tsx';

/** In the post's language where there is one: that is what the creator writes in. */
export function textIn(text: Text | undefined, languages: readonly string[]): string {
  for (const language of languages) {
    const found = text?.[language as Locale];
    if (found) return found;
  }
  return Object.values(text ?? {}).find((one) => one) ?? '';
}

export function useReadingOrder(page: PostFrame): string[] {
  const { locale } = useReader();
  return [locale, page.deliverable.language];
}

export function CoreMessage({ page }: { page: PostFrame }) {
  const w = useWords(post);
  const order = useReadingOrder(page);
  const core = textIn(page.guidelines?.structure.core, order);
  if (!core) return null;
  return (
    <section aria-label={w.core} className="rounded-xl border border-brand/40 bg-brand-soft p-3">
      <p className="text-13 font-medium text-brand">{w.core}</p>
      <p className="text-17 font-medium text-ink">{core}</p>
    </section>
  );
}

/** Beside each point: where the text says it. */
export type PointNote = (pointId: string) => ReactNode;

export function Points({ page, note }: { page: PostFrame; note?: PointNote | undefined }) {
  const w = useWords(post);
  const say = useWords(heart);
  const order = useReadingOrder(page);
  const points = page.guidelines?.structure.points ?? [];
  if (points.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-15 font-semibold">{w.points}</h2>
      <ol className="flex flex-col gap-2">
        {points.map((point, index) => (
          <PointRow key={point.id} point={point} n={index + 1} text={textIn(point.text, order)}>
            {note?.(point.id)}
          </PointRow>
        ))}
      </ol>
      {note && page.side === 'creator' && <p className="text-13 text-muted">{say.howTo}</p>}
    </section>
  );
}

function PointRow({
  point,
  n,
  text,
  children,
}: {
  point: Point;
  n: number;
  text: string;
  children: ReactNode;
}) {
  const w = useWords(post);
  return (
    <li className="flex gap-2 text-15">
      <span className="w-5 shrink-0 text-right text-muted">{n}</span>
      <div className="min-w-0 flex-1">
        {text} <span className="text-13 whitespace-nowrap text-muted">· {w[point.need]}</span>
        {children}
      </div>
    </li>
  );
}

const ruleFields = [
  'mandatory',
  'forbidden',
  'disclosure',
  'dos',
  'donts',
  'tone',
] as const satisfies FieldKind[];

export function Freedom({ page }: { page: PostFrame }) {
  const w = useWords(post);
  const text = textIn(page.guidelines?.structure.freedom, useReadingOrder(page));
  return text ? <RuleText title={w.freedom} text={text} /> : null;
}

export function Rules({ page }: { page: PostFrame }) {
  const w = useWords(post);
  const order = useReadingOrder(page);
  const fields = page.guidelines?.structure.fields;
  if (!fields) return <p className="text-15 text-muted">{w.noGuidelines}</p>;
  return (
    <div className="flex flex-col gap-3">
      {ruleFields.map((field) => {
        const words = fields[field];
        const text = words?.lines?.length ? words.lines.join('\n') : textIn(words?.text, order);
        return text ? <RuleText key={field} title={w[field]} text={text} /> : null;
      })}
    </div>
  );
}

function RuleText({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className="text-15 font-semibold">{title}</h2>
      <p className="whitespace-pre-wrap text-15">{text}</p>
    </section>
  );
}

/** The whole column of a wide screen. */
export function Guidelines({
  page,
  note,
  rules = null,
}: {
  page: PostFrame;
  note?: PointNote | undefined;
  rules?: ReactNode;
}) {
  const w = useWords(post);
  if (!page.guidelines) {
    return (
      <div className="flex flex-col gap-4">
        <p className="text-15 text-muted">{w.noGuidelines}</p>
        <LiveLink page={page} />
        {rules}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="sticky top-0 z-10 bg-paper pb-1">
        <CoreMessage page={page} />
      </div>
      <Points page={page} note={note} />
      {rules}
      <Freedom page={page} />
      <Rules page={page} />
      <p className="text-13 text-muted">{w.guidelinesVersion({ n: page.guidelines.n })}</p>
      <LiveLink page={page} />
    </div>
  );
}

/** Where a creator says that the guidelines should say something else. */
export function LiveLink({ page }: { page: PostFrame }) {
  const w = useWords(common);
  const { id, isLive } = page.brief;
  if (page.side !== 'creator' || !isLive) return null;
  return (
    <Link to={`/invite/${id}/guidelines`} className="inline-flex min-h-11 items-center text-15">
      {w.liveGuidelines}
    </Link>
  );
}

/** What can be put into the text with one tap: tags, mentions and the creator's own code. */
export function insertsOf(page: PostFrame, code: string): string[] {
  const lines = page.guidelines?.structure.fields.mandatory?.lines ?? [];
  const tags = lines.flatMap((line) => line.match(/[@#][^\s,;·]+/gu) ?? []);
  return [...new Set([...tags, ...(code ? [code] : [])])];
}

/** Every text of the guidelines that is more than a word. */
export function textsOf(structure: unknown): string[] {
  if (typeof structure === 'string') return structure.includes(' ') ? [structure] : [];
  if (typeof structure !== 'object' || structure === null) return [];
  return Object.values(structure).flatMap(textsOf);
}
