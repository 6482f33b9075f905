// The line on a suggestion: what it would change in the voice, before it is accepted.
import { useMemo } from 'react';
import { featuresOf } from '#shared/voice-features.ts';
import { type VoiceCard, voiceChange } from '#shared/voice.ts';
import { voice } from '#shared/words/voice.ts';
import { changeWords } from './voice-lines.ts';
import { useWords } from './words.tsx';

export interface VoiceChangeLineProps {
  card: VoiceCard | null;
  before: string;
  after: string;
}

export default function VoiceChangeLine({ card, before, after }: VoiceChangeLineProps) {
  const w = useWords(voice);
  const changes = useMemo(
    () => voiceChange(card, featuresOf(before), featuresOf(after)),
    [card, before, after],
  );
  const line = changeWords(w, changes);
  if (line === '') return null;
  return (
    <p className="text-13 text-muted">
      <span className="font-medium">{w.voice}:</span> {line}
    </p>
  );
}
