// A post's idea as one reader may see it. The brand sees what was sent, whatever the draft's door, and
// before that nothing; both read the steps afterwards, from the rows of decisions that stay.
import { ideaOf } from '#db/ideas.ts';
import type { DecisionRow } from '#db/decisions.ts';
import type { Executor } from '#db/open.ts';
import { type IdeaStage, ideaStage, isIdeaOpen } from '#shared/idea.ts';
import { can, type Side } from '#shared/roles.ts';
import type { DraftCase } from '../drafts.ts';

interface Said {
  id: string;
  name: string;
  side: Side;
  at: number;
}

export type IdeaStep =
  | (Said & { kind: 'idea'; text: string; pointId: string | null; picture: string | null })
  | (Said & { kind: 'question'; question: string })
  | (Said & { kind: 'go' });

export interface IdeaView {
  stage: IdeaStage;
  /** Nobody said "Go for it" yet, where an idea was asked for or sent. */
  isOpen: boolean;
  /** The oldest first. */
  steps: IdeaStep[];
  may: { send: boolean; decide: boolean };
}

/** Null where none is asked for and none was sent. */
export async function ideaView(db: Executor, found: DraftCase): Promise<IdeaView | null> {
  const { draft, deliverable, standing, decisions } = found;
  if (!can('idea.read', standing)) return null;
  const idea = await ideaOf(db, draft.id);
  if (!idea && !(deliverable.ideaFirst && draft.status === 'writing')) return null;
  const facts = { ideaFirst: deliverable.ideaFirst, status: draft.status, idea };
  const stage = ideaStage({ ...facts, writingAt: draft.writingAt });
  const isWriting = draft.status === 'writing';
  return {
    stage,
    isOpen: isIdeaOpen(facts),
    steps: decisions.flatMap(ideaStepView),
    may: {
      send: can('idea.send', standing) && isWriting && idea?.state !== 'go',
      decide: can('idea.decide', standing) && stage === 'with-brand',
    },
  };
}

function ideaStepView(row: DecisionRow): IdeaStep[] {
  const { id, event, side, userName: name, at, body } = row;
  const said: Said = { id, name, side, at: at.getTime() };
  switch (event) {
    case 'idea': {
      // Written by the command of the same name, and by nothing else.
      const { text, pointId, picture } = body as {
        text: string;
        pointId: string | null;
        picture: string | null;
      };
      return [{ ...said, kind: 'idea', text, pointId, picture }];
    }
    case 'idea-question':
      return [{ ...said, kind: 'question', question: (body as { question: string }).question }];
    case 'idea-go':
      return [{ ...said, kind: 'go' }];
    default:
      return [];
  }
}
