// Bringing a version back, as the creator's own edit that can be undone, and giving what it says now
// a name. What it says now is kept first, so that nothing is lost either way.
import { digest } from 'lib0/hash/sha256';
import { BookmarkPlus, Undo2 } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { VersionsPage } from '#server/views/versions.ts';
import { knownRuns } from '#shared/authorship.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { asBroughtBack, restoreOrigin } from '#shared/origins.ts';
import { isApproved } from '#shared/approval.ts';
import { contentId } from '#shared/content-id.ts';
import { idFrom } from '#shared/ids.ts';
import { isEmptyDraft, mediaList, textFragment, textParts } from '#shared/parts.ts';
import { restoreParts } from '#shared/restore.ts';
import { versions } from '#shared/words/versions.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import type { Version } from './post-versions.tsx';
import { useWords } from './words.tsx';

interface Keeping {
  page: VersionsPage;
  actor: string;
  live: Version | null;
  /** Only what is on the server's disk can be kept there. */
  isSaved: boolean;
}

const idOf = ({ parts }: Version) => contentId(parts, (bytes) => digest(bytes));
const newId = () => idFrom(crypto.getRandomValues(new Uint8Array(20)));

export function KeepVersion({ page, actor, live, isSaved }: Keeping) {
  const w = useWords(versions);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = usePostAction(
    actor,
    'keep-version',
    () => {
      setOpen(false);
      setName('');
    },
    `/posts/${page.id}`,
  );
  if (live && isEmptyDraft(live.parts)) return null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (live) keep.run({ contentId: idOf(live), name });
  };
  return (
    <Dialog
      title={w.nameTitle}
      trigger={
        <Button>
          <BookmarkPlus className="size-4" aria-hidden="true" />
          {w.name}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
    >
      <form className="flex flex-col gap-4" onSubmit={save}>
        <Field
          label={w.nameLabel}
          hint={w.nameHint}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PostProblem problem={keep.problem} />
        <Button
          type="submit"
          look="creator"
          disabled={!live || !isSaved || keep.isBusy || name.trim() === ''}
        >
          {w.nameSave}
        </Button>
      </form>
    </Dialog>
  );
}

export function RestoreVersion({ page, actor, live, isSaved, doc }: Keeping & { doc: Y.Doc }) {
  const w = useWords(versions);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<'restored' | 'undone' | null>(null);
  const undo = useRestoreUndo(doc);
  const version = page.frozen.find((one) => one.id === page.chosen.from);
  const isSame =
    live !== null &&
    page.moments.some((one) => one.id === version?.id && one.contentId === idOf(live));
  const keep = usePostAction(actor, 'keep-version', bringBack, `/posts/${page.id}`);

  function bringBack() {
    if (version) {
      const known = knownRuns(partsOfForm(version.form), version.authorship);
      asBroughtBack(doc, known, () => restoreParts(doc, version.form, newId));
    }
    setOpen(false);
    setDone('restored');
  }

  return (
    <>
      {version && !isSame && (
        <Dialog
          title={w.restoreTitle}
          description={isApproved(page.status) ? w.restoreKeys : w.restoreNote}
          trigger={<Button>{w.restore}</Button>}
          open={open}
          onOpenChange={setOpen}
        >
          <div className="flex flex-col gap-4">
            {!isSaved && <p className="text-15">{w.offline}</p>}
            <PostProblem problem={keep.problem} />
            <div className="flex flex-wrap gap-3">
              <Button
                look="creator"
                disabled={!live || !isSaved || keep.isBusy}
                onClick={() => live && keep.run({ contentId: idOf(live) })}
              >
                {w.restoreYes}
              </Button>
              <Button onClick={() => setOpen(false)}>{w.cancel}</Button>
            </div>
          </div>
        </Dialog>
      )}
      {done && (
        <output className="flex flex-wrap items-center gap-x-3 text-15">
          {done === 'restored' ? w.restored : w.undone}
          {done === 'restored' && (
            <Button
              look="plain"
              onClick={() => {
                undo();
                setDone('undone');
              }}
            >
              <Undo2 className="size-4" aria-hidden="true" />
              {w.undo}
            </Button>
          )}
        </output>
      )}
    </>
  );
}

/** Undoes what was brought back here, in every part and in the pictures. */
function useRestoreUndo(doc: Y.Doc): () => void {
  const [manager, setManager] = useState<Y.UndoManager | null>(null);
  useEffect(() => {
    const scope = [...textParts.map((part) => textFragment(doc, part)), mediaList(doc)];
    const made = new Y.UndoManager(scope, {
      trackedOrigins: new Set([restoreOrigin]),
      captureTimeout: 0,
    });
    setManager(made);
    return () => made.destroy();
  }, [doc]);
  return () => void manager?.undo();
}
