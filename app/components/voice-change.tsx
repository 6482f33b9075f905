// The line on a suggestion: what it would change in the voice, before it is accepted.
import { useMemo } from 'react';
import { countByLine, type Replacement } from '#shared/voice-by-line.ts';
import { type VoiceCard, voiceChange } from '#shared/voice.ts';
import { voice } from '#shared/words/voice.ts';
import { changeWords } from './voice-lines.ts';
import { useWords } from './words.tsx';

export interface VoiceChangeLineProps extends Replacement {
  card: VoiceCard | null;
}

/** All suggestions of a text share its lines. */
const counts = countByLine();

export default function VoiceChangeLine({ card, text, from, to, by }: VoiceChangeLineProps) {
  const w = useWords(voice);
  const changes = useMemo(
    () => voiceChange(card, counts.of(text), counts.with({ text, from, to, by })),
    [card, text, from, to, by],
  );
  const line = changeWords(w, changes);
  if (line === '') return null;
  return (
    <p className="text-13 text-muted">
      <span className="font-medium">{w.voice}:</span> {line}
    </p>
  );
}
