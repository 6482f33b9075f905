// The deal on a creator's invitation: what it says, and the way to its own page, where the product
// and the shoot day are. A changed deal says so first.
import { deal as words } from '#shared/words/deal.ts';
import { ButtonLink } from './button.tsx';
import { type DealOnPage, OwnDeal } from './deal-own.tsx';
import { Section } from './surface.tsx';
import { useWords } from './words.tsx';

export interface DealSectionProps {
  page: { briefId: string; userId: string; state: string; deal: DealOnPage };
  lead: string;
}

export function DealSection({ page, lead }: DealSectionProps) {
  const w = useWords(words);
  const { briefId, state, deal } = page;
  const isIn = state === 'in';
  const isAsked = isIn && deal.phase === 'changed';
  // Coming in agrees to what is written down, so that is what is shown before.
  const shown = isIn ? deal : { ...deal, agreed: null };
  return (
    <Section title={w.title}>
      <div className="flex flex-col gap-3">
        {isAsked && <p className="text-15 text-ink">{w.changed({ lead })}</p>}
        <OwnDeal {...{ deal: shown, of: page, lead }} />
        {isIn && (
          <ButtonLink look={isAsked ? 'creator' : 'quiet'} to={`/invite/${briefId}/deal`}>
            {w.openOwn}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
