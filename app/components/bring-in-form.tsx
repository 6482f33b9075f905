// The file, what was understood of it, and putting it in. Nothing is written before the last press;
// what stands in the document is looked at again then, because others write meanwhile.
import { useRef, useState } from 'react';
import * as Y from 'yjs';
import { readFile } from '#app/bring-in/read-file.ts';
import { asOneStep } from '#app/collab/accepting.ts';
import { type Passage, passagesOf, wordsOf } from '#shared/bring-in/passages.ts';
import { isTaken, type Placing, type PlacedPassage, putIn } from '#shared/bring-in/placing.ts';
import { maxEditBytes, type Unreadable } from '#shared/bring-in/source.ts';
import { plainText } from '#shared/blocks.ts';
import { maxGuidelinesCharacters } from '#shared/fields.ts';
import { guidelinesJson } from '#shared/guidelines.ts';
import { bringIn } from '#shared/words/bring-in.ts';
import type { Locale } from '#shared/words/words.ts';
import type { BringInProps, BroughtIn } from './bring-in.tsx';
import { BringInPassage } from './bring-in-passage.tsx';
import { Button } from './button.tsx';
import { Choice, Problem } from './field.tsx';
import { useFormat, useWords } from './words.tsx';

interface Understood {
  name: string;
  passages: Passage[];
}

interface FormProps extends BringInProps {
  onClose(): void;
  onDone(done: BroughtIn): void;
}

type Why = Unreadable | 'unread';

export default function BringInForm({ languages, live, onClose, onDone }: FormProps) {
  const w = useWords(bringIn);
  const format = useFormat();
  const [isReading, setReading] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const [file, setFile] = useState<Understood | null>(null);
  const [addsBelow, setAddsBelow] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const doc = live();

  async function choose(chosen: File): Promise<void> {
    setReading(true);
    setProblem(null);
    const reading = await readFile(chosen).catch(() => ({ ok: false, why: 'unread' }) as const);
    setReading(false);
    setWhy(reading.ok ? null : reading.why);
    // One that cannot be read leaves what was chosen before as it is.
    if (reading.ok) {
      setFile({ name: chosen.name, passages: passagesOf(reading.pieces, languages) });
    }
  }

  function put(placed: readonly PlacedPassage[]): void {
    const now = live();
    if (!now) return setProblem(w.notReady);
    const how = { languages, addsBelow, ids: () => crypto.randomUUID() };
    if (!fits(now, placed, how)) {
      return setProblem(w.tooMuch({ limit: format.number(maxGuidelinesCharacters) }));
    }
    let count = 0;
    const last = asOneStep(now, () => {
      count = putIn(now, placed, how);
    });
    if (count === 0) return setProblem(w.allTaken);
    onDone({ count, last });
  }

  return (
    <div className="flex flex-col gap-5">
      <ChooseFile name={file?.name ?? null} isReading={isReading} onChoose={choose} />
      {why && <Problem>{w[why]}</Problem>}
      {file && doc && (
        <Passages
          {...{ file, doc, languages, addsBelow, setAddsBelow, problem, put, onClose }}
          onChange={(passages) => {
            setProblem(null);
            setFile({ ...file, passages });
          }}
        />
      )}
      {file && !doc && <Problem>{w.notReady}</Problem>}
    </div>
  );
}

interface ChooseProps {
  /** Of the file that is shown; null before the first. */
  name: string | null;
  isReading: boolean;
  onChoose(file: File): Promise<void>;
}

const accepted =
  '.docx,.md,.markdown,.txt,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function ChooseFile({ name, isReading, onChoose }: ChooseProps) {
  const w = useWords(bringIn);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        accept={accepted}
        hidden
        aria-label={w.choose}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void onChoose(chosen);
          // The same file, mended, can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        look={name === null ? 'brand' : 'quiet'}
        disabled={isReading}
        onClick={() => input.current?.click()}
      >
        {name === null ? w.choose : w.other}
      </Button>
      <output className="text-15 text-muted">
        {isReading && w.reading}
        {/* What is shown below has to be heard too. */}
        {!isReading && name !== null && <span className="sr-only">{w.found({ name })}</span>}
      </output>
    </div>
  );
}

interface PassagesProps {
  file: Understood;
  doc: Y.Doc;
  languages: readonly Locale[];
  addsBelow: boolean;
  setAddsBelow(addsBelow: boolean): void;
  problem: string | null;
  onChange(passages: Passage[]): void;
  put(placed: readonly PlacedPassage[]): void;
  onClose(): void;
}

function Passages(props: PassagesProps) {
  const { file, doc, languages, addsBelow, setAddsBelow, problem, onChange, put, onClose } = props;
  const w = useWords(bringIn);
  const placed = file.passages.filter(isPlaced);
  const going = placed.filter((one) => addsBelow || !isTaken(doc, one));
  const isAnyTaken = placed.some((one) => isTaken(doc, one));
  return (
    <section aria-label={w.found({ name: file.name })} className="flex flex-col gap-4">
      <div>
        <h3 className="text-17 font-semibold break-words">{w.found({ name: file.name })}</h3>
        <p className="text-15 text-muted">{w.foundNote}</p>
      </div>
      {isAnyTaken && (
        <Choice
          type="checkbox"
          label={w.addBelow}
          hint={w.addBelowHint}
          checked={addsBelow}
          onChange={({ currentTarget }) => setAddsBelow(currentTarget.checked)}
        />
      )}
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {file.passages.map((passage, at) => (
          // A passage has no name of its own, and the list keeps its order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <BringInPassage
              passage={passage}
              languages={languages}
              state={
                isPlaced(passage) && isTaken(doc, passage) ? (addsBelow ? 'below' : 'taken') : null
              }
              onChange={(changed) => onChange(file.passages.with(at, changed))}
            />
          </li>
        ))}
      </ul>
      {problem && <Problem>{problem}</Problem>}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-5 py-3">
        <Button look="brand" disabled={going.length === 0} onClick={() => put(placed)}>
          {w.put({ count: going.length })}
        </Button>
        <Button look="plain" onClick={onClose}>
          {w.cancel}
        </Button>
        <p className="text-13 text-muted">
          {placed.length === 0
            ? w.nothingGoes
            : going.length === 0
              ? w.allTaken
              : w.count({ placed: going.length, left: file.passages.length - going.length })}
        </p>
      </div>
    </section>
  );
}

const isPlaced = (passage: Passage): passage is PlacedPassage => passage.field !== null;

/** Tried on a copy: with what is there it must not be longer than guidelines, or than one edit. */
function fits(doc: Y.Doc, placed: readonly PlacedPassage[], how: Placing): boolean {
  const length = placed
    .flatMap(({ said }) => said)
    .reduce((sum, { runs }) => sum + wordsOf(runs).length, 0);
  if (length > maxGuidelinesCharacters) return false;
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let bytes = 0;
  copy.on('update', (update: Uint8Array) => {
    bytes += update.length;
  });
  copy.transact(() => putIn(copy, placed, how));
  const characters = plainText(guidelinesJson(copy).content).length;
  copy.destroy();
  return bytes <= maxEditBytes && characters <= maxGuidelinesCharacters;
}
