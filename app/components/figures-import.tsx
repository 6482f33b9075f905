// A file on its way in: chosen or dropped, read beside the page, shown, and kept only when its creator
// says so. Until then nothing has left the device.
import { FileUp } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { type ReadingInHand, startReading } from '#app/imports/reading.ts';
import type { KeptCounts } from '#app/imports/asking.ts';
import { Done } from '#app/entrance/done.tsx';
import type { OwnFigures } from '#server/views/imports.ts';
import type { OtherKind, Understood } from '#shared/imports/recognise.ts';
import { figuresFiles } from '#shared/words/figures-files.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { Button } from './button.tsx';
import { Problem } from './field.tsx';
import { FiguresPreview } from './figures-preview.tsx';
import { Progress, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

type Read = Exclude<Understood, { kind: 'other' }>;

type State =
  | { kind: 'idle' }
  | { kind: 'reading'; name: string; percent: number }
  | { kind: 'refused'; what: OtherKind | 'failed' }
  | { kind: 'read'; name: string; read: Read }
  | { kind: 'kept'; counts: KeptCounts };

export function FiguresImport({ own, actor }: { own: OwnFigures; actor: string }) {
  const w = useWords(figuresPage);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const inHand = useRef<ReadingInHand | null>(null);
  useEffect(() => () => inHand.current?.stop(), []);

  async function read(file: File): Promise<void> {
    inHand.current?.stop();
    const { name } = file;
    setState({ kind: 'reading', name, percent: 0 });
    const reading = startReading(file, (percent) => setState({ kind: 'reading', name, percent }));
    inHand.current = reading;
    const understood = await reading.understood;
    if (inHand.current === reading) setState(stateOf(name, understood));
  }

  function stop(): void {
    inHand.current?.stop();
    inHand.current = null;
    setState({ kind: 'idle' });
  }

  const isFirst = own.count === 0 && state.kind !== 'kept';
  return (
    <Section title={isFirst ? w.bringTitle : w.bringNext}>
      <div className="flex flex-col gap-4">
        {state.kind !== 'read' && (
          <ChooseFile isBusy={state.kind === 'reading'} isFirst={isFirst} onChoose={read} />
        )}
        {state.kind === 'reading' && <InHand {...state} onStop={stop} />}
        {state.kind === 'refused' && <Refused what={state.what} />}
        {state.kind === 'read' && (
          <FiguresPreview
            key={state.name}
            {...{ own, actor, name: state.name, read: state.read }}
            onLetGo={stop}
            onKept={(counts) => setState({ kind: 'kept', counts })}
          />
        )}
        {state.kind === 'kept' && <KeptWords counts={state.counts} own={own} />}
      </div>
    </Section>
  );
}

function stateOf(name: string, understood: Understood | null): State {
  if (!understood) return { kind: 'refused', what: 'failed' };
  return understood.kind === 'other'
    ? { kind: 'refused', what: understood.what }
    : { kind: 'read', name, read: understood };
}

interface ChooseProps {
  isBusy: boolean;
  isFirst: boolean;
  onChoose(file: File): Promise<void>;
}

function ChooseFile({ isBusy, isFirst, onChoose }: ChooseProps) {
  const w = useWords(figuresPage);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <div
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) void onChoose(file);
      }}
      className={`flex flex-col items-start gap-3 rounded-2xl border border-dashed p-4 md:p-6 ${isOver ? 'border-creator bg-creator-soft' : 'border-edge'}`}
    >
      <p className="hidden text-17 font-medium md:block">{w.drop}</p>
      <p className="text-15">{isFirst ? `${w.begin} ${w.formats}` : w.formats}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={w.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void onChoose(file);
          // The same file, mended, can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        look={isFirst ? 'creator' : 'quiet'}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        <FileUp className="size-4" aria-hidden="true" />
        {w.choose}
      </Button>
      <p className="max-w-prose text-13 text-muted">{w.staysHere}</p>
    </div>
  );
}

function InHand({ name, percent, onStop }: { name: string; percent: number; onStop(): void }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const words = w.reading({ name, percent: format.number(percent) });
  return (
    <div className="flex flex-col gap-2">
      <p className="text-15 break-words">{words}</p>
      <Progress value={percent / 100} label={words} />
      <Button look="plain" className="self-start" onClick={onStop}>
        {w.stop}
      </Button>
    </div>
  );
}

function Refused({ what }: { what: OtherKind | 'failed' }) {
  const w = useWords(figuresPage);
  const files = useWords(figuresFiles);
  if (what === 'failed') return <Problem>{w.failed}</Problem>;
  return (
    <Problem>
      {files[what]} {files.expected}
    </Problem>
  );
}

function KeptWords({ counts, own }: { counts: KeptCounts; own: OwnFigures }) {
  const w = useWords(figuresPage);
  const format = useFormat();
  const { added, changed, same } = counts;
  const parts = [
    ...(added > 0 ? [w.keptNew({ n: format.number(added) })] : []),
    ...(changed > 0 ? [w.keptNewer({ n: format.number(changed) })] : []),
  ];
  const nothing = same > 0 ? w.nothingNew : w.keptCount;
  const isShown = own.brands.some(({ shown }) => shown !== 'nothing');
  // What was pressed is gone with the preview, and with it the place on the page.
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus({ preventScroll: true }), []);
  // Once more when the page has loaded what was kept: Remix then scrolls back to where the page stood
  // when that loading began, which was before these words.
  const [before] = useState(own);
  const isLoaded = own !== before;
  useEffect(() => {
    // In braces: newer browsers return a promise here, and React would take it for a cleanup.
    said.current?.scrollIntoView({ block: 'center' });
  }, [isLoaded]);
  return (
    <div
      ref={said}
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 self-start rounded-sm outline-offset-4 outline-ink focus:outline-2"
    >
      <Done>{parts.length > 0 ? w.kept({ what: format.list(parts) }) : nothing}</Done>
      {!isShown && own.brands.length > 0 && (
        <a href="#shown" className="inline-flex min-h-11 items-center text-15 md:min-h-8">
          {w.toShown}
        </a>
      )}
    </div>
  );
}
