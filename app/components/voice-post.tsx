// The voice on a post page: whose card it is, for everything that shows it. What counts and words it
// is loaded when there is a card, so that a page without one carries none of it.
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useState,
} from 'react';
import { ask } from '#app/asking.ts';
import { useTopics } from '#app/live.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { PostVoice } from '#server/views/voice.ts';
import { type Parts, partText } from '#shared/parts.ts';
import type { Replacement } from '#shared/voice-by-line.ts';

const Meter = lazy(() => import('./voice-meter.tsx'));
const Beside = lazy(() => import('./voice-beside.tsx'));
const Line = lazy(() => import('./voice-change.tsx'));

/** Null until it is known. */
const Voice = createContext<PostVoice | null>(null);

export function VoiceProvider({ draftId, children }: { draftId: string; children: ReactNode }) {
  const [voice, setVoice] = useState<PostVoice | null>(null);
  const [asked, setAsked] = useState(0);
  useTopics([`draft:${draftId}`], () => setAsked((times) => times + 1));
  useEffect(() => {
    let isCurrent = true;
    void ask<PostVoice>(`/posts/${draftId}/voice`).then((answer) => {
      if (isCurrent && answer) setVoice(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [draftId, asked]);
  return <Voice.Provider value={voice}>{children}</Voice.Provider>;
}

/** Folded beside the text: the creator's own card, or the one a creator shows. */
export function VoiceBeside({ page }: { page: OpenPost }) {
  const known = useContext(Voice);
  if (!known || (!known.card && !known.isOwn)) return null;
  return (
    <Suspense fallback={null}>
      <Beside card={known.card} isOwn={known.isOwn} creator={page.creator.name} />
    </Suspense>
  );
}

/** One line in the foot of the creator's own page that opens the details. */
export function VoiceFoot({ parts }: { parts: Parts | undefined }) {
  const known = useContext(Voice);
  const text = parts ? partText(parts, 'caption') : '';
  if (!known?.isOwn || !known.card || text.trim() === '') return null;
  return (
    <Suspense fallback={null}>
      <Meter card={known.card} text={text} />
    </Suspense>
  );
}

/**
 * What a suggestion would change in how its creator writes, in one line: plain counts, and with a
 * card also what leaves the creator's own range. Nothing where no habit changes.
 */
export function VoiceChange(change: Replacement) {
  const card = useContext(Voice)?.card ?? null;
  return (
    <Suspense fallback={null}>
      <Line card={card} {...change} />
    </Suspense>
  );
}
