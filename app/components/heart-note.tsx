// Beside a talking point: whether the text says it, where, and what this reader can do about it.
import { Circle, CircleCheck, CircleHelp } from 'lucide-react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { Passage, PointState } from '#shared/coverage.ts';
import type { TextPart } from '#shared/parts.ts';
import { heart as heartWords } from '#shared/words/heart.ts';
import { Button } from './button.tsx';
import type { Heart } from './use-heart.ts';
import { useWords } from './words.tsx';

export interface HeartNoteProps {
  page: OpenPost;
  heart: Heart;
  pointId: string;
  /** The words that are selected in the text, by who may mark them. */
  selected: TextAnchor | null;
  onShow(pointId: string, passage: Passage): void;
  onMarked(): void;
  /** Puts words into the text. Left out where this person does not write it. */
  onInsert?: ((place: { part: TextPart; at: number; text: string }) => void) | undefined;
}

const icons = { 'in-text': CircleCheck, maybe: CircleHelp, 'not-yet': Circle };

export function HeartNote(props: HeartNoteProps) {
  const { heart, pointId } = props;
  const w = useWords(heartWords);
  const state = heart.states.get(pointId);
  if (!state) return null;
  const Icon = icons[state.state];
  const names = { 'in-text': w.inText, maybe: w.maybe, 'not-yet': w.notYet };
  return (
    <div className="mt-1 flex flex-col items-start text-13" data-heart={state.state}>
      <p
        className={`flex items-center gap-1.5 ${state.state === 'not-yet' ? 'text-muted' : 'font-medium text-ink'}`}
      >
        <Icon className="size-4 shrink-0" aria-hidden="true" />
        {names[state.state]}
      </p>
      {heart.exact.has(pointId) ? (
        <Exact {...props} state={state} />
      ) : (
        <>
          {state.state === 'in-text' && <InText {...props} state={state} />}
          {state.state === 'maybe' && <Maybe {...props} state={state} />}
          <MarkSelected {...props} />
        </>
      )}
    </div>
  );
}

/** Nothing to agree on: the words are there, or one tap puts them there. */
function Exact({ state, ...props }: HeartNoteProps & { state: PointState }) {
  const w = useWords(heartWords);
  const { heart, pointId, onInsert } = props;
  if (state.state === 'in-text') {
    return state.passages.map((passage) => (
      <Quote key={`${passage.part} ${passage.from}`} {...props} passage={passage} />
    ));
  }
  const place = heart.placeOf(pointId);
  return (
    <>
      <p className="text-muted">{w.exactNote}</p>
      {onInsert && place && <Act onClick={() => onInsert(place)}>{w.insertExact}</Act>}
    </>
  );
}

function InText({
  state,
  ...props
}: HeartNoteProps & { state: Extract<PointState, { state: 'in-text' }> }) {
  const { page, heart, pointId } = props;
  const w = useWords(heartWords);
  const { brand, passages } = state;
  const [first] = passages;
  const isBrand = page.side === 'brand';
  return (
    <>
      {passages.map((passage) => (
        <Quote key={`${passage.part} ${passage.from}`} {...props} passage={passage} />
      ))}
      {brand.kind === 'agrees' && <p className="text-muted">{w.agrees(brand)}</p>}
      {brand.kind === 'changed' && <p>{w.changed(brand)}</p>}
      {brand.kind === 'asks' && (
        <p>
          <span className="font-medium">{w.asks(brand)}</span>
          {!isBrand && <span className="block text-muted">{w.asksAnswer}</span>}
        </p>
      )}
      <div className="flex flex-wrap gap-x-4">
        {page.may.judge && first && brand.kind !== 'agrees' && (
          <Act onClick={() => heart.judge(pointId, 'confirmed', first)}>{w.yesThis}</Act>
        )}
        {page.may.judge && first && brand.kind !== 'asks' && (
          <Act onClick={() => heart.judge(pointId, 'questioned', first)}>{w.isThisIt}</Act>
        )}
        {page.may.judge && brand.kind === 'asks' && (
          <Act onClick={() => heart.takeBack(pointId)}>{w.takeBack}</Act>
        )}
        {heart.canMark && <Act onClick={() => heart.unmark(pointId)}>{w.unmark}</Act>}
      </div>
    </>
  );
}

function Maybe({
  state: { proposal },
  ...props
}: HeartNoteProps & { state: Extract<PointState, { state: 'maybe' }> }) {
  const { page, heart, pointId } = props;
  const w = useWords(heartWords);
  const { evidence, name } = proposal;
  const quoted = evidence.map((quote) => w.quote({ quote })).join(', ');
  return (
    <>
      <Quote {...props} passage={proposal} />
      {name === null ? (
        <p className="text-muted">{w.because({ words: quoted })}</p>
      ) : (
        <p className="text-muted">
          {w.brandSays({ name })}
          {page.side === 'brand' && (
            <span className="block">{w.waitsForCreator({ creator: page.creator.name })}</span>
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-x-4">
        {heart.canMark && <Act onClick={() => heart.mark(pointId, proposal)}>{w.yesHere}</Act>}
        {page.may.judge && name === null && (
          <Act onClick={() => heart.judge(pointId, 'confirmed', proposal)}>{w.yesHere}</Act>
        )}
        {page.may.judge && name !== null && (
          <Act onClick={() => heart.takeBack(pointId)}>{w.takeBack}</Act>
        )}
      </div>
    </>
  );
}

/** The passage, and a tap that shows it in the text. */
function Quote({ pointId, passage, onShow }: HeartNoteProps & { passage: Passage }) {
  const w = useWords(heartWords);
  return (
    <button
      type="button"
      aria-label={w.show({ quote: passage.words })}
      className="flex min-h-11 items-center py-1 text-left decoration-edge underline-offset-4 hover:underline md:min-h-0"
      onClick={() => onShow(pointId, passage)}
    >
      <span className="line-clamp-2">{w.quote({ quote: passage.words })}</span>
    </button>
  );
}

function MarkSelected({ heart, pointId, selected, onMarked }: HeartNoteProps) {
  const w = useWords(heartWords);
  if (!heart.canMark || !selected) return null;
  return (
    <Button
      className="mt-1 max-w-full"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => heart.mark(pointId, selected) && onMarked()}
    >
      {w.markSelected}
    </Button>
  );
}

function Act(props: React.ComponentProps<'button'>) {
  return <Button look="plain" className="text-13" {...props} />;
}

/** The meter in the foot: one line of words. */
export function HeartMeter({ heart }: { heart: Heart }) {
  const w = useWords(heartWords);
  const count = heart.pointIds.length;
  if (count === 0 || heart.states.size === 0) return null;
  return <span className="text-13 text-muted">{w.meter({ found: heart.found, count })}</span>;
}
