// The first figures of a post, from the day after: typed as the app shows them, read back at once, and
// asked about where they contradict each other. Never changed on the way. Where the creator's own file
// says otherwise, both stand there.
import { Link } from '@remix-run/react';
import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import {
  type Doubt,
  doubtsIn,
  type FigureName,
  figureNames,
  type Figures,
  readCount,
} from '#shared/figures.ts';
import { bestCount } from '#shared/heard.ts';
import { fileUrl } from '#shared/media.ts';
import { posting } from '#shared/words/posting.ts';
import { Button } from './button.tsx';
import { Field, Problem } from './field.tsx';
import { Picture } from './idea-form.tsx';
import type { LiveProps } from './live-post.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export function LiveFigures(props: LiveProps) {
  const { page, live } = props;
  const w = useWords(posting);
  const { now } = useReader();
  const [isTelling, setTelling] = useState(false);
  const isOwn = page.side === 'creator';
  const { figures, confirmed } = live;
  const isKnown = figures !== null || confirmed !== null;
  const mayTell = isOwn && now >= live.figuresFrom;
  const isForm = mayTell && (!isKnown || isTelling);
  return (
    <div className="flex flex-col gap-3 pt-1">
      <h2 className="text-17 font-semibold">{w.figuresStep}</h2>
      {isKnown && !isForm && <Known {...props} />}
      {!isKnown && !isForm && <NotYet {...props} />}
      {isForm && <FiguresForm {...props} onDone={() => setTelling(false)} />}
      {isKnown && mayTell && !isForm && (
        <Button className="self-start" onClick={() => setTelling(true)}>
          {figures ? w.changeFigures : w.saveFigures}
        </Button>
      )}
    </div>
  );
}

function NotYet({ page, live }: LiveProps) {
  const w = useWords(posting);
  const format = useFormat();
  const date = format.date(live.figuresFrom, page.brief.timeZone);
  return (
    <p className="text-15 text-muted">
      {page.side === 'creator'
        ? w.figuresFrom({ date })
        : w.noFigures({ creator: page.creator.name })}
    </p>
  );
}

/** Large what is best known; small how it was told where the file says otherwise or nothing. */
function Known(props: LiveProps) {
  const { figures, confirmed } = props.live;
  const w = useWords(posting);
  const format = useFormat();
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figureNames.map((name) => {
          const told = figures?.[name] ?? null;
          const { count, source } = bestCount(told, confirmed?.[name] ?? null);
          return (
            <div key={name} className="flex flex-col">
              <dt className="text-13 text-muted">{w[name]}</dt>
              <dd className={count === null ? 'text-15 text-muted' : 'text-22 font-semibold'}>
                {count === null ? w.notShown : format.number(count)}
              </dd>
              {told !== null && told !== count && (
                <dd className="text-13 text-muted">{w.toldAs({ count: format.number(told) })}</dd>
              )}
              {confirmed && source === 'creator' && (
                <dd className="text-13 text-muted">{w.onlyTold}</dd>
              )}
            </div>
          );
        })}
      </dl>
      {confirmed && <Confirmed {...props} confirmed={confirmed} />}
      {figures && <Told {...props} figures={figures} />}
    </>
  );
}

function Confirmed({
  page,
  confirmed,
}: LiveProps & { confirmed: NonNullable<LiveProps['live']['confirmed']> }) {
  const w = useWords(posting);
  const format = useFormat();
  const date = format.date(confirmed.at, page.brief.timeZone);
  const isOwn = page.side === 'creator';
  return (
    <>
      <p className="flex items-start gap-2 text-15 text-ink">
        <FileCheck className="mt-1 size-4 shrink-0" aria-hidden="true" />
        {isOwn ? w.confirmedYou({ date }) : w.confirmed({ date, creator: page.creator.name })}
      </p>
      {isOwn && !confirmed.isShown && (
        <p className="text-15 text-muted">
          {w.confirmedUnseen({ brand: page.brief.brandName })}{' '}
          <Link to="/me/figures" className="inline-flex min-h-11 items-center">
            {w.whoSees}
          </Link>
        </p>
      )}
    </>
  );
}

type ToldFigures = NonNullable<LiveProps['live']['figures']>;

/** Whose word the figures are, unless a file the reader sees says them too. */
function Told({ page, live, figures }: LiveProps & { figures: ToldFigures }) {
  const w = useWords(posting);
  const says = page.side === 'creator' ? w.toldYou : w.told({ creator: page.creator.name });
  if (live.confirmed && !figures.screenshot) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-13 text-muted">
      {!live.confirmed && <span>{says}</span>}
      {figures.screenshot && (
        <a
          href={fileUrl(figures.screenshot)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center text-15"
        >
          {w.seeScreenshot}
        </a>
      )}
    </p>
  );
}

type Typed = Record<FigureName, string>;

function typedOf(figures: ToldFigures | null): Typed {
  const text = (name: FigureName) => figures?.[name]?.toString() ?? '';
  return {
    reach: text('reach'),
    likes: text('likes'),
    comments: text('comments'),
    saves: text('saves'),
  };
}

/** What was typed as figures, or null while one of them cannot be read. */
function figuresOf(typed: Typed): Figures | null {
  const figures: Figures = { reach: null, likes: null, comments: null, saves: null };
  for (const name of figureNames) {
    const read = readCount(typed[name]);
    if (!read.ok) return null;
    figures[name] = read.value;
  }
  return figures;
}

function FiguresForm({ page, actor, live, onDone }: LiveProps & { onDone(): void }) {
  const w = useWords(posting);
  const [typed, setTyped] = useState(() => typedOf(live.figures));
  const [screenshot, setScreenshot] = useState(live.figures?.screenshot ?? '');
  const [wasTried, setTried] = useState(false);
  const tell = usePostAction(actor, 'figures', onDone);
  const figures = figuresOf(typed);
  const isEmpty = figures !== null && figureNames.every((name) => figures[name] === null);
  const doubts = figures && wasTried ? doubtsIn(figures) : [];

  // The caption comes first, and a screen has one filled button.
  const isNext = live.caption !== null || !live.hasCaption;

  function onTell(sure: boolean) {
    setTried(true);
    if (!figures || isEmpty || (!sure && doubtsIn(figures).length > 0)) return;
    tell.run({ ...typed, screenshot: screenshot || null, sure });
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-15 text-muted">{w.figuresNote}</p>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figureNames.map((name) => (
          <Figure
            key={name}
            label={w[name]}
            typed={typed[name]}
            wasTried={wasTried}
            onTyped={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
      </div>
      <div className="flex flex-col gap-2">
        <p className="text-15 font-medium">{w.screenshot}</p>
        <Picture draftId={page.id} hash={screenshot} onPicture={setScreenshot} />
      </div>
      {wasTried && isEmpty && <Problem>{w.allEmpty}</Problem>}
      {doubts.length > 0 && <Doubts doubts={doubts} />}
      <PostProblem problem={tell.problem} />
      <div className="flex flex-wrap gap-3">
        <Button
          look={isNext ? 'creator' : 'quiet'}
          disabled={tell.isBusy}
          onClick={() => onTell(doubts.length > 0)}
        >
          {doubts.length > 0 ? w.sure : w.saveFigures}
        </Button>
        {(live.figures || live.confirmed) && <Button onClick={onDone}>{w.cancel}</Button>}
      </div>
    </div>
  );
}

interface FigureProps {
  label: string;
  typed: string;
  wasTried: boolean;
  onTyped(text: string): void;
}

/** Says how it is read while it is typed, and what cannot be read once it was left. */
function Figure({ label, typed, wasTried, onTyped }: FigureProps) {
  const w = useWords(posting);
  const format = useFormat();
  const [wasLeft, setLeft] = useState(false);
  const read = readCount(typed);
  const isPlain = read.ok && (read.value === null || String(read.value) === typed.trim());
  return (
    <Field
      label={label}
      autoComplete="off"
      value={typed}
      error={!read.ok && (wasLeft || wasTried) ? w.unreadable({ typed: typed.trim() }) : null}
      hint={read.ok && !isPlain ? w.readAs({ count: format.number(read.value ?? 0) }) : undefined}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setLeft(false);
        onTyped(event.currentTarget.value);
      }}
    />
  );
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const w = useWords(posting);
  const format = useFormat();
  const says = { likes: w.doubtLikes, comments: w.doubtComments, saves: w.doubtSaves };
  return (
    <div
      role="alert"
      className="flex flex-col gap-1 rounded-xl border-2 border-ink px-3 py-2.5 text-15"
    >
      <p className="font-semibold">{w.doubtTitle}</p>
      {doubts.map(({ field, count, reach }) => (
        <p key={field}>
          {says[field]({ count: format.number(count), reach: format.number(reach) })}
        </p>
      ))}
    </div>
  );
}
