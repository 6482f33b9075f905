// Pasting captions: what is understood is shown before it is kept, and what is left out stays in the
// box with the reason.
import { useFetcher } from '@remix-run/react';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { OwnVoice } from '#server/views/voice.ts';
import { pastedAgain, type Pasted, readCaptions, type Skipped } from '#shared/captions.ts';
import { myPage } from '#shared/words/my-page.ts';
import { Done } from '#app/entrance/done.tsx';
import { Button } from './button.tsx';
import { TextArea } from './field.tsx';
import { Section } from './surface.tsx';
import { type VoiceAnswer, voiceProblem } from './voice-answer.ts';
import { useFormat, useWords } from './words.tsx';

const noSkipped: Skipped[] = [];

export function VoicePaste({ own, actor }: { own: OwnVoice; actor: string }) {
  const w = useWords(myPage);
  const format = useFormat();
  const fetcher = useFetcher<VoiceAnswer>();
  const answer = (fetcher.state === 'idle' && fetcher.data) || null;
  const [text, setText] = useState('');
  const settled = useDeferredValue(text);
  const known = own.captions;
  const pasted = useMemo(
    () =>
      readCaptions(
        settled,
        known.map((caption) => caption.text),
      ),
    [settled, known],
  );
  const value = answer?.value ?? null;
  useEffect(() => {
    if (value) setText(pastedAgain(value.skipped));
  }, [value]);
  const n = pasted.captions.length;
  return (
    <Section title={w.pasteTitle}>
      <fetcher.Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="actor" value={actor} />
        <TextArea
          label={w.pasteLabel}
          hint={w.pasteHint}
          name="text"
          rows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={answer?.problem ? voiceProblem(w, answer.problem) : undefined}
        />
        <Understood pasted={pasted} />
        <div className="flex flex-wrap items-center gap-4">
          <Button
            type="submit"
            look="creator"
            name="intent"
            value="add"
            disabled={fetcher.state !== 'idle'}
          >
            {n > 0 ? w.add({ n: format.number(n) }) : w.addNothing}
          </Button>
          {own.published > 0 && (
            <Button type="submit" name="intent" value="take" disabled={fetcher.state !== 'idle'}>
              {w.takePublished({ n: format.number(own.published) })}
            </Button>
          )}
          {value && value.added > 0 && (
            <Done>
              {w.added({ n: format.number(value.added) })}
              {value.skipped.length > 0 && ` ${w.leftInBox}`}
            </Done>
          )}
        </div>
      </fetcher.Form>
    </Section>
  );
}

/** How much of a caption tells which one it is. */
const startLength = 60;
export const startOf = (text: string): string =>
  text.length > startLength ? `${[...text].slice(0, startLength).join('')}…` : text;

const mostShown = 20;

function Understood({ pasted: { captions, skipped } }: { pasted: Pasted }) {
  const w = useWords(myPage);
  const format = useFormat();
  if (captions.length === 0 && skipped.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 text-15">
      {captions.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center font-medium md:min-h-8">
            {w.understood({ n: format.number(captions.length) })}
          </summary>
          <ol className="flex list-decimal flex-col gap-1 pt-1 pl-7 text-muted">
            {captions.slice(0, mostShown).map((caption) => (
              <li key={caption}>{startOf(caption)}</li>
            ))}
          </ol>
          <Rest count={captions.length - mostShown} />
        </details>
      )}
      <LeftOut skipped={skipped.length > 0 ? skipped : noSkipped} />
    </div>
  );
}

function LeftOut({ skipped }: { skipped: Skipped[] }) {
  const w = useWords(myPage);
  const format = useFormat();
  const id = useId();
  if (skipped.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-medium">
        {w.left({ n: format.number(skipped.length) })}
      </h3>
      <ul className="flex flex-col gap-1.5 pt-1">
        {skipped.slice(0, mostShown).map(({ text, why }, index) => (
          // The same caption may be left out more than once.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="border-l-2 border-edge pl-3">
            <span className="block text-muted">{startOf(text)}</span>
            <span>{w[`why-${why}`]}</span>
          </li>
        ))}
      </ul>
      <Rest count={skipped.length - mostShown} />
    </section>
  );
}

function Rest({ count }: { count: number }) {
  const w = useWords(myPage);
  const format = useFormat();
  if (count <= 0) return null;
  return <p className="pt-1 text-13 text-muted">{w.andMore({ n: format.number(count) })}</p>;
}
