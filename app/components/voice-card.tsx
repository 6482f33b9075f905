// The voice card to read: one sentence, then habit by habit. The same for its creator and for a brand
// that is shown it; it holds counts and single words, never a caption.
import { captionsForBands, type VoiceCard } from '#shared/voice.ts';
import { voice } from '#shared/words/voice.ts';
import { voiceCard } from '#shared/words/voice-card.ts';
import { cardRows, neverWords, summaryWords } from './voice-card-lines.ts';
import { useFormat, useWords } from './words.tsx';

export interface VoiceCardProps {
  card: VoiceCard;
  isWide?: boolean;
}

export default function VoiceCardView({ card, isWide = false }: VoiceCardProps) {
  const w = { ...useWords(voice), ...useWords(voiceCard) };
  const format = useFormat();
  const never = neverWords(w, card);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-17 font-medium text-creator">{summaryWords(w, card)}</p>
      {card.words.length > 0 && <OwnWords words={card.words} />}
      <dl className={`grid gap-x-8 gap-y-2.5 ${isWide ? 'sm:grid-cols-2' : ''}`}>
        {cardRows(w, card).map(({ name, text }) => (
          <Row key={name} name={name} text={text} />
        ))}
        {never && <Row name={w.never} text={never} />}
      </dl>
      <p className="text-13 text-muted">
        {card.bands
          ? w.aboutBands({ n: format.number(card.captions) })
          : w.untilBands({
              n: format.number(card.captions),
              more: format.number(captionsForBands - card.captions),
            })}
      </p>
      {isWide && <HowCounted />}
    </div>
  );
}

function HowCounted() {
  const w = useWords(voiceCard);
  return (
    <details className="text-15 text-muted">
      <summary className="flex min-h-11 items-center md:min-h-8">{w.howCounted}</summary>
      <div className="flex max-w-prose flex-col gap-2 pt-1">
        <p>{w.howKinds}</p>
        <p>{w.howHabits}</p>
        <p>{w.howWords}</p>
      </div>
    </details>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-13 text-muted">{name}</dt>
      <dd className="text-15 text-ink">{text}</dd>
    </div>
  );
}

function OwnWords({ words }: { words: string[] }) {
  const w = useWords(voiceCard);
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-13 font-normal text-muted">
        {w.ownWords}: {w.ownWordsNote}
      </h3>
      <ul className="flex flex-wrap gap-1.5">
        {words.map((word) => (
          <li
            key={word}
            className="rounded-full bg-creator-soft px-2.5 py-0.5 text-15 text-creator"
          >
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
