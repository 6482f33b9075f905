// Below a request that the creator would rather not fulfil: the lead's two ways on, of equal weight; and
// once it was let go, the same line for both.
import { HeartHandshake } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost, RequestView } from '#server/views/drafts.ts';
import { refusing } from '#shared/words/refusing.ts';
import { Button } from './button.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { Dialog } from './dialog.tsx';
import { usePostAction } from './post-action.ts';
import { ReleaseForm } from './post-release.tsx';
import { useWords } from './words.tsx';

interface RefusedProps {
  page: OpenPost;
  actor: string;
  request: RequestView;
}

export default function PostRefused(props: RefusedProps) {
  const w = useWords(refusing);
  const { page, request } = props;
  const { letGo: name } = request;
  if (name === null) return page.may.decide && page.may.release ? <TwoWays {...props} /> : null;
  return (
    <p className="flex items-center gap-2 text-15">
      <HeartHandshake className="size-4 shrink-0 text-both" aria-hidden="true" />
      {page.side === 'creator' ? w.letGoByYours({ name }) : w.letGoBy({ name })}
    </p>
  );
}

function TwoWays({ page, actor, request }: RefusedProps) {
  const w = useWords(refusing);
  const [open, setOpen] = useState(false);
  const letGo = usePostAction(actor, 'let-go');
  const creator = page.creator.name;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-15 text-muted">{w.twoWays({ creator })}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={letGo.isBusy} onClick={() => letGo.run({ requestId: request.id })}>
          {w.letGo}
        </Button>
        <Dialog
          title={w.releaseTitle({ creator })}
          description={w.releaseNote({ creator })}
          trigger={<Button>{w.release}</Button>}
          open={open}
          onOpenChange={setOpen}
        >
          <ReleaseForm page={page} actor={actor} onDone={() => setOpen(false)} />
        </Dialog>
      </div>
      <DecisionProblem problem={letGo.problem} />
    </div>
  );
}
