// The draft beside its creator's own captions: one line in the foot, habit by habit when it is opened.
// The creator alone sees it, and no sum of it exists.
import { useDeferredValue, useMemo } from 'react';
import { captionsForBands, meter, type Reading, type VoiceCard } from '#shared/voice.ts';
import { featuresOf } from '#shared/voice-features.ts';
import { voice } from '#shared/words/voice.ts';
import { Dialog } from './dialog.tsx';
import { bandWords, meterWords, readingWords } from './voice-lines.ts';
import { useFormat, useWords } from './words.tsx';

export default function VoiceMeter({ card, text }: { card: VoiceCard; text: string }) {
  const w = useWords(voice);
  // Counting waits for a pause between two keys.
  const settled = useDeferredValue(text);
  const readings = useMemo(() => meter(card, featuresOf(settled)), [card, settled]);
  return (
    <Dialog
      title={w.meterTitle}
      description={<MeterNote card={card} />}
      trigger={
        <button
          type="button"
          className="inline-flex min-h-11 min-w-0 items-center gap-1.5 text-left text-13 text-muted underline decoration-edge hover:decoration-ink md:min-h-8"
        >
          <span>
            <span className="font-medium text-creator">{w.voice}:</span> {meterWords(w, readings)}
          </span>
        </button>
      }
    >
      <MeterTable readings={readings} />
    </Dialog>
  );
}

function MeterNote({ card }: { card: VoiceCard }) {
  const w = useWords(voice);
  const format = useFormat();
  if (card.bands) return <p>{w.meterNote}</p>;
  const more = format.number(captionsForBands - card.captions);
  return <p>{w.meterFew({ n: format.number(card.captions), more })}</p>;
}

/** What is outside comes first; what is neither in the text nor in the range is left out. */
function MeterTable({ readings }: { readings: Reading[] }) {
  const w = useWords(voice);
  const rank = ({ place }: Reading) => (place === 'less' || place === 'more' ? 0 : 1);
  const shown = readings
    .filter(({ count, band }) => count > 0 || (band?.high ?? 0) > 0)
    .sort((a, b) => rank(a) - rank(b));
  return (
    <dl className="flex flex-col divide-y divide-line">
      {shown.map((reading) => (
        <div key={reading.measure} className="flex flex-col gap-0.5 py-2.5">
          <dt className="flex flex-wrap justify-between gap-x-4 text-15 font-medium">
            {w[`name-${reading.measure}`]}
            {reading.place && (
              <span
                className={reading.place === 'inside' ? 'font-normal text-muted' : 'text-creator'}
              >
                {w[reading.place]}
              </span>
            )}
          </dt>
          <dd className="text-15">
            {w.thisText}: {readingWords(w, reading)}
          </dd>
          {reading.band && (
            <dd className="text-13 text-muted">
              {w.usual}: {bandWords(w, reading.measure, reading.band)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
