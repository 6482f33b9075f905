// Where a version stands with legal, on the post, for the brand's side alone.
import { Link } from '@remix-run/react';
import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { clearance } from '#shared/words/clearance.ts';
import { Button } from './button.tsx';
import type { DialogName } from './post-actions.tsx';
import { useFormat, useWords } from './words.tsx';

interface ClearanceProps {
  page: OpenPost;
  onPress(dialog: DialogName): void;
}

export default function PostClearance({ page, onPress }: ClearanceProps) {
  const w = useWords(clearance);
  const { clearance: now, status, may } = page;
  if (!now || status !== 'with-brand') return null;
  return (
    <section
      aria-label={w.withLegal}
      className="flex items-start gap-x-3 rounded-2xl border border-line bg-raised px-4 py-3 text-15"
    >
      <Scale className="mt-0.5 size-5 shrink-0 text-brand" aria-hidden="true" />
      <div className="flex min-w-0 flex-1 flex-col gap-1" aria-live="polite">
        <Words page={page} />
        {may.clear && now.by && (
          <Button
            look="plain"
            className="self-start"
            onClick={() => onPress(now.state === 'cleared' ? 'not-clear' : 'clear')}
          >
            {w.again}
          </Button>
        )}
      </div>
      <span className="shrink-0 text-13 text-muted max-md:hidden">{w.onlyBrand}</span>
    </section>
  );
}

function Words({ page }: { page: OpenPost }) {
  const w = useWords(clearance);
  const format = useFormat();
  const { clearance: now, may, brief } = page;
  if (!now) return null;
  const { state, by, reason, reviewers } = now;
  const said = by && { name: by.name, when: format.relative(by.at) };
  const people = `/briefs/${brief.id}/posts#people`;
  if (said && state === 'cleared') return <Line strong={w.cleared(said)} />;
  if (said) {
    return (
      <>
        <Line strong={w.notCleared(said)} />
        {reason && (
          <blockquote className="border-l-2 border-brand pl-3 text-17 break-words whitespace-pre-line">
            {reason}
          </blockquote>
        )}
        {may.decide && <Line>{w.notClearedNote}</Line>}
      </>
    );
  }
  if (may.clear) return <Line strong={w.waitingYou}>{w.waitingYouNote}</Line>;
  if (reviewers.length === 0) {
    return <Line strong={w.nobody}>{may.decide && <Link to={people}>{w.nameOne}</Link>}</Line>;
  }
  return (
    <Line strong={w.waiting({ names: reviewers.join(', ') })}>
      {may.decide && (
        <>
          {w.waitingNote} <Link to={people}>{w.standIn}</Link>
        </>
      )}
    </Line>
  );
}

function Line({ strong, children }: { strong?: string; children?: ReactNode }) {
  return (
    <p>
      {strong && <span className="font-semibold">{strong}</span>}
      {children && <span className="block text-muted">{children}</span>}
    </p>
  );
}
