// How one reader takes things along: in their language, calendar and the brief's time zone; and threads
// as notes, from what the views have judged that this reader hears.
import { mediumName } from '#shared/export/post.ts';
import type { Note } from '#shared/export/document.ts';
import { type Format, formatFor } from '#shared/format.ts';
import type { Parts } from '#shared/parts.ts';
import type { Actor } from '#shared/roles.ts';
import { taken } from '#shared/words/taken.ts';
import { thread } from '#shared/words/thread.ts';
import type { Locale } from '#shared/words/words.ts';
import type { Services } from '../services.ts';
import type { ThreadView } from '../views/threads.ts';

/** `now`, `comments`, or `v2` for what was sent or published as version 2. */
export interface TakeInput {
  what: string;
  format: string;
}

export interface Reading {
  locale: Locale;
  format: Format;
  timeZone: string;
  /** "Taken along … by …", for the foot. */
  foot(what: string): string;
}

export function readingFor(s: Services, actor: Actor, timeZone: string): Reading {
  const { locale, calendar, name } = actor;
  const now = s.now().getTime();
  const format = formatFor({ locale, calendar, now });
  const when = format.dateTime(now, timeZone);
  const foot = (what: string) => taken[locale].foot({ what, when, name });
  return { locale, format, timeZone, foot };
}

/** The number in `v2`; null for anything else. */
export const versionIn = (what: string): number | null => {
  const n = /^v(\d{1,9})$/.exec(what)?.[1];
  return n === undefined ? null : Number(n);
};

interface Noting {
  reading: Reading;
  parts: Parts | null;
  gone: ReadonlySet<number>;
  /** The brand side has two audiences to tell apart; a creator hears one. */
  saysAudience: boolean;
}

export function notesOf(heard: readonly ThreadView[], noting: Noting): Note[] {
  const { locale, format, timeZone } = noting.reading;
  const w = thread[locale];
  return heard.map((one, index) => ({
    n: index + 1,
    about: aboutOf(one, noting),
    isResolved: one.resolvedAt !== null,
    state: [
      ...(noting.saysAudience ? [one.audience === 'brand' ? w.brandOnly : w.everyone] : []),
      ...(one.resolvedAt === null ? [] : [w.resolved]),
      ...(noting.gone.has(index + 1) ? [w.gone] : []),
    ],
    comments: one.comments.map(({ author, body, at, edited }) => {
      const when = format.dateTime(at, timeZone);
      return {
        author: author.name,
        at,
        when: edited ? taken[locale].edited({ when }) : when,
        body,
      };
    }),
  }));
}

function aboutOf({ anchor }: ThreadView, { reading: { locale }, parts }: Noting): string {
  switch (anchor.kind) {
    case 'text':
      return thread[locale].about({ quote: anchor.quote });
    case 'block':
      return anchor.label ?? thread[locale].aboutWhole;
    case 'media':
      return parts ? mediumName(parts.media, anchor.mediaId, locale) : thread[locale].aboutPicture;
    case 'whole':
      return parts ? thread[locale].aboutWhole : taken[locale].aboutGuidelines;
  }
}
