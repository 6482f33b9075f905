// The creator's switch: whether the brands they work with see the card.
import { useFetcher } from '@remix-run/react';
import { Done } from '#app/entrance/done.tsx';
import type { OwnVoice } from '#server/views/voice.ts';
import { myPage } from '#shared/words/my-page.ts';
import { Choice, Problem } from './field.tsx';
import { Section } from './surface.tsx';
import { type VoiceAnswer, voiceProblem } from './voice-answer.ts';
import { useWords } from './words.tsx';

export function VoiceShare({ own, actor }: { own: OwnVoice; actor: string }) {
  const w = useWords(myPage);
  const fetcher = useFetcher<VoiceAnswer>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  // What was pressed, until the server has said how it is.
  const asked = fetcher.formData?.get('shown');
  return (
    <Section title={w.shareTitle}>
      {answer?.problem && <Problem>{voiceProblem(w, answer.problem)}</Problem>}
      <div className="flex flex-wrap items-center gap-x-6">
        <Choice
          type="checkbox"
          label={w.share}
          hint={w.shareNote}
          checked={asked ? asked === 'yes' : own.shown}
          onChange={(event) => {
            const shown = event.currentTarget.checked ? 'yes' : 'no';
            // At once: until the next rendering the box would jump back.
            fetcher.submit({ intent: 'show', actor, shown }, { method: 'post', flushSync: true });
          }}
        />
        {answer && !answer.problem && <Done>{w.saved}</Done>}
      </div>
    </Section>
  );
}
