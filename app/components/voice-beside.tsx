// The voice card folded beside a post; what it says comes when it is unfolded.
import { Link } from '@remix-run/react';
import { Suspense, useState } from 'react';
import type { VoiceCard } from '#shared/voice.ts';
import { voice } from '#shared/words/voice.ts';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const Card = later(() => import('./voice-card.tsx'));

export interface VoiceBesideProps {
  card: VoiceCard | null;
  isOwn: boolean;
  creator: string;
}

export default function VoiceBeside({ card, isOwn, creator }: VoiceBesideProps) {
  const w = useWords(voice);
  const [isOpen, setOpen] = useState(false);
  const title = isOwn ? w.cardTitle : w.cardOf({ creator });
  return (
    <details
      className="mb-4 rounded-2xl border border-creator/40 bg-raised px-3"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 items-center text-15 font-semibold md:min-h-10">
        {title}
      </summary>
      <div className="flex flex-col gap-3 pt-1 pb-3">
        {!card && <p className="text-15 text-muted">{w.cardPaste}</p>}
        {card && isOpen && (
          <Suspense fallback={null}>
            <Card card={card} />
          </Suspense>
        )}
        {isOwn && (
          <Link
            to="/me"
            className="inline-flex min-h-11 items-center self-start text-15 md:min-h-0"
          >
            {w.toMyPage}
          </Link>
        )}
      </div>
    </details>
  );
}
