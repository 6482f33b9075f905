// A creator describes themself, if they like, and sees it beside how the brand describes itself once
// both did. What the brand says of the creator is not here.
import { useActionData } from '@remix-run/react';
import { fit } from '#shared/words/fit.ts';
import { type Profile, similarity } from '#shared/personality.ts';
import type { Answer } from './brief-answer.ts';
import { ButtonLink } from './button.tsx';
import { facetsBut, ProfileForm, SideBySide } from './fit-personality.tsx';
import { useFormat, useWords } from './words.tsx';

export interface OwnPersonalityProps {
  self: Profile;
  brand: Profile;
  brandName: string;
  hidden: readonly string[];
  isDone: boolean;
}

export function OwnPersonality({ self, brand, brandName, hidden, isDone }: OwnPersonalityProps) {
  const w = useWords(fit);
  const format = useFormat();
  const isAnswered = useActionData<Answer>()?.intent === 'describe-fit';
  const shown = facetsBut(hidden);
  const isGiven = Object.keys(self).length > 0;
  const { value, n } = similarity(brand, self, hidden);
  return (
    <section className="mt-8 flex flex-col items-start gap-4 border-t border-line pt-6">
      <h2 className="text-22">{w.personality}</h2>
      <p className="max-w-prose text-15 text-muted">{w.ownProfileHint({ brand: brandName })}</p>
      <SideBySide
        shown={shown}
        all={[
          { look: 'brand', who: brandName, profile: brand },
          { look: 'creator', who: w.you, profile: self },
        ]}
        same={value === 1 && w.ownSame}
      >
        {value !== null && w.similarity({ value: format.wholePercent(value), n })}
      </SideBySide>
      <details className="w-full" open={isAnswered || undefined}>
        <summary className="inline-flex min-h-11 items-center text-17 text-ink">
          {isGiven ? w.changeProfile : w.describeSelf}
        </summary>
        <ProfileForm shown={shown} subjects={[{ field: 'creator', who: w.you, own: self }]} />
      </details>
      <p className="max-w-prose text-15 text-ink">
        {w[stateOf({ self, brand, isDone })]({ brand: brandName })}
      </p>
      {isGiven && !isDone && <ButtonLink to="?row=end">{w.finish}</ButtonLink>}
    </section>
  );
}

function stateOf({ self, brand, isDone }: Pick<OwnPersonalityProps, 'self' | 'brand' | 'isDone'>) {
  if (Object.keys(self).length === 0) return 'ownProfileNone';
  if (!isDone) return 'ownProfileKept';
  return Object.keys(brand).length === 0 ? 'ownProfileWaits' : 'ownProfileBoth';
}
