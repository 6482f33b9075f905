// Under the text, whatever the width of the screen: how long it is, whose words they are, what the
// rules say, and whether everything is saved.
import { Eye } from 'lucide-react';
import type * as Y from 'yjs';
import type { Saving } from '#app/collab/use-collab.ts';
import { SaveBadge } from '#app/editor/save-badge.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { PartKind, Parts } from '#shared/parts.ts';
import type { RuleReading } from '#shared/rules.ts';
import { platformName } from '#shared/words/platforms.ts';
import { preview } from '#shared/words/preview.ts';
import { Dialog } from './dialog.tsx';
import { later } from './later.tsx';
import { OwnWords } from './post-own-words.tsx';
import { PostCount } from './post-count.tsx';
import { RulesLine } from './post-rules.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { VoiceFoot } from './voice-post.tsx';
import { useWords } from './words.tsx';

const Preview = later(() => import('./post-preview.tsx'));

interface FootProps {
  page: OpenPost;
  doc: Y.Doc | null;
  parts: Parts | null;
  kinds: readonly PartKind[];
  reading: RuleReading | null;
  save: Saving;
  onRules(): void;
}

export function PostFoot({ page, doc, parts, kinds, reading, save, onRules }: FootProps) {
  const keyboard = useKeyboard();
  return (
    <>
      {parts && <PostCount page={page} parts={parts} kinds={kinds} />}
      {keyboard === 0 && kinds.includes('caption') && <VoiceFoot parts={parts ?? undefined} />}
      <RulesLine reading={reading} onOpen={onRules} />
      {doc && parts && <OwnWords page={page} doc={doc} parts={parts} />}
      <SaveBadge save={save} writes={page.may.write} />
    </>
  );
}

export function PreviewButton({ page, parts }: { page: OpenPost; parts: Parts }) {
  const w = useWords(preview);
  return (
    <Dialog
      title={w.previewTitle({ platform: platformName(page.deliverable.platform) })}
      description={w.previewNote}
      trigger={
        <button
          type="button"
          className="inline-flex min-h-11 items-center gap-1.5 text-13 text-ink underline decoration-edge underline-offset-4 hover:decoration-ink md:min-h-6"
        >
          <Eye className="size-4" aria-hidden="true" />
          {w.preview}
        </button>
      }
    >
      <div className="flex justify-center">
        <Preview page={page} parts={parts} />
      </div>
    </Dialog>
  );
}
