// "Ask for a look": before sending, the creator would like to hear something. It costs no round.
import { Eye } from 'lucide-react';
import type { OpenPost } from '#server/views/drafts.ts';
import { mayEver, newDraft } from '#shared/approval.ts';
import { isEmptyDraft, type Parts } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { Button } from './button.tsx';
import { usePostAction } from './post-action.ts';
import { Band } from './post-bands.tsx';
import { PostProblem } from './post-problem.tsx';
import { Moment } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

interface LookProps {
  page: OpenPost;
  actor: string;
  /** What it says now; null until that is known. */
  parts: Parts | null;
}

export function LookBand({ page, actor, parts }: LookProps) {
  const w = useWords(post);
  const brand = page.brief.brandName;
  if (page.lookAskedAt !== null) {
    const isCreator = page.side === 'creator';
    return (
      <Asked
        title={isCreator ? w.lookAsked({ brand }) : w.lookWanted({ creator: page.creator.name })}
        note={isCreator ? null : w.lookWantedNote}
        at={page.lookAskedAt}
      />
    );
  }
  if (parts === null || isEmptyDraft(parts)) return null;
  const state = { ...newDraft(0), status: page.status };
  if (!page.may.write || !mayEver('ask-look', state, 'creator')) return null;
  return <Ask page={page} actor={actor} />;
}

function Asked({ title, note, at }: { title: string; note: string | null; at: number }) {
  const format = useFormat();
  return (
    <Band icon={<Eye className="size-5 text-creator" />}>
      <output className="block min-w-40 flex-1">
        <span className="block font-semibold">{title}</span>
        <span className="block text-13 text-muted">
          {note && `${note} · `}
          <Moment at={at}>{format.relative(at)}</Moment>
        </span>
      </output>
    </Band>
  );
}

/** Behind a closed door one tap does both, and says so first: nobody can look at what is shut. */
function Ask({ page, actor }: Omit<LookProps, 'parts'>) {
  const w = useWords(post);
  const isOpen = page.door === 'open';
  const ask = usePostAction(actor, isOpen ? 'ask-look' : 'open-and-ask-look');
  const brand = page.brief.brandName;
  return (
    <Band icon={<Eye className="size-5 text-creator" />}>
      <p className="min-w-40 flex-1 text-muted">
        {isOpen ? w.askLookNote({ brand }) : w.askLookOpens({ brand })}
      </p>
      <Button disabled={ask.isBusy} onClick={() => ask.run()}>
        {isOpen ? w.askLook : w.openAndAskLook}
      </Button>
      <PostProblem problem={ask.problem} />
    </Band>
  );
}
