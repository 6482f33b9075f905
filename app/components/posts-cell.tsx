// What a cell says, in the grid and in the list: the state, whose turn, for how long or how much time is
// left. Worked out once for a page, because a page has thousands of them.
import { useMemo } from 'react';
import { isOver, type Status } from '#shared/approval.ts';
import { type MaySay, type PostCell, stateOf, turnOf, waitsForReader } from '#shared/posts-grid.ts';
import { brief } from '#shared/words/brief.ts';
import { ideaStages } from '#shared/words/idea-stages.ts';
import { posts, stateWords } from '#shared/words/posts.ts';
import { clock } from '#shared/words/clock.ts';
import { StatusPill, type Turn } from './people.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export interface Said {
  hue: Turn;
  status: string;
  /** Whose turn, and for how long. */
  whose: string;
  time: string;
  isLate: boolean;
  /** Where it opens; null where there is nothing to open. */
  to: string | null;
}

export interface Sayer {
  timeZone: string;
  brandName: string;
  /** What the reader may say for the brand. */
  may: MaySay;
}

const hourMs = 3_600_000;
/** Hours are counted down within these; before, the day says enough. */
const countedMs = 48 * hourMs;

export type Say = (cell: PostCell) => Said | null;

export function useSay({ timeZone, brandName, may }: Sayer): Say {
  const w = useWords(posts);
  const of = useWords(brief);
  const clocks = useWords(clock);
  const ideas = useWords(ideaStages);
  const format = useFormat();
  const { locale, now } = useReader();
  const { decide, clear } = may;
  return useMemo(() => {
    const states = stateWords(locale);
    const whoseTurn = (cell: PostCell) => {
      if (turnOf(cell) !== 'brand') return w.theirTurn;
      return waitsForReader(cell, { decide, clear })
        ? w.yourTurn
        : w.brandsTurn({ brand: brandName });
    };

    function timeOf(due: number | null): Pick<Said, 'time' | 'isLate'> {
      if (due === null) return { time: '', isLate: false };
      if (due < now) {
        return { time: clocks.late({ span: format.span(now - due) }), isLate: true };
      }
      const isCounted = due - now < countedMs;
      const time = isCounted
        ? clocks.left({ span: format.span(due - now) })
        : w.due({ date: format.date(due, timeZone) });
      return { time, isLate: false };
    }

    function open(cell: Extract<PostCell, { kind: 'open' }>): Said {
      const { status, turn, since, due, publishDue, draftId } = cell;
      const said = { status: states[stateOf(cell) ?? status], to: `/posts/${draftId}` };
      const isAgreed = status === 'approved-by-both' || status === 'published';
      const hue = isAgreed ? 'both' : turn;
      if (turn === 'nobody') {
        const says = isLeft(status) ? w.notGoingOn : said.status;
        return { ...said, status: says, hue, whose: '', time: '', isLate: false };
      }
      const span = format.span(Math.max(0, now - since));
      const whose = w.waited({ whose: whoseTurn(cell), span });
      const goesLive = isAgreed && publishDue !== null && publishDue > now;
      if (!goesLive) return { ...said, hue, whose, ...timeOf(due) };
      const time = w.goesLive({ date: format.date(publishDue, timeZone) });
      return { ...said, hue, whose, time, isLate: false };
    }

    function alone(cell: Extract<PostCell, { kind: 'alone' }>): Said {
      const { begun, writingAt, due, ended } = cell;
      const over = { whose: '', time: '', isLate: false, to: null };
      if (ended) return { ...over, hue: 'nobody', status: states[stateOf(cell) ?? ended] };
      const whose = writingAt === null ? '' : of.lastWrote({ when: format.relative(writingAt) });
      const status = begun ? of.alone : of.aloneNotBegun;
      return { hue: 'creator', status, whose, ...timeOf(due), to: null };
    }

    function idea(cell: Extract<PostCell, { kind: 'idea' }>): Said {
      const { stage, turn, since, due, draftId } = cell;
      const status = ideas[`brand-${stage}`];
      const to = `/posts/${draftId}`;
      const over = { whose: '', time: '', isLate: false };
      if (turn === 'nobody') return { ...over, hue: turn, status: w.notGoingOn, to };
      const span = format.span(Math.max(0, now - since));
      const whose = w.waited({ whose: whoseTurn(cell), span });
      return { hue: turn, status, whose, ...timeOf(due), to };
    }

    return (cell: PostCell) => {
      if (cell.kind === 'none') return null;
      if (cell.kind === 'idea') return idea(cell);
      return cell.kind === 'open' ? open(cell) : alone(cell);
    };
  }, [w, of, clocks, ideas, format, locale, now, timeZone, brandName, decide, clear]);
}

/** It is nobody's turn and nothing has ended: who made it left. */
const isLeft = (status: Status): boolean => !isOver(status) && status !== 'approved-by-both';

/** Everything in one line, for who hears it. */
export const saidAloud = ({ status, whose, time }: Said): string =>
  [status, whose, time].filter(Boolean).join(', ');

export function CellWords({ said }: { said: Said }) {
  const { hue, status, whose, time, isLate } = said;
  return (
    <>
      <StatusPill turn={hue}>{status}</StatusPill>
      {(whose || time) && (
        <span className="flex flex-wrap gap-x-3 text-13 text-muted">
          {whose && <span>{whose}</span>}
          {time && <span className={isLate ? 'font-semibold text-ink' : undefined}>{time}</span>}
        </span>
      )}
    </>
  );
}
