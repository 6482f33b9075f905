// The middle of the post page: photos, then the parts its format asks for, each with its editor.
import { useMemo } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import type { Passage, Proposal } from '#app/editor/annotations.ts';
import type { Suggesting } from '#app/editor/bound-editor.tsx';
import type { LiveEditor } from '#app/editor/coverage.ts';
import { FramesEditor } from '#app/editor/frames-editor.tsx';
import type { PartPlaces } from '#app/editor/part-places.ts';
import type { RuleMark } from '#app/editor/rule-marks.ts';
import { ScriptEditor } from '#app/editor/script-editor.tsx';
import { TextPartEditor } from '#app/editor/text-part-editor.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { AnchorPart, BlockAnchor, TextAnchor } from '#shared/anchors.ts';
import {
  addMedium,
  coverMedium,
  describeMedium,
  moveMedium,
  removeMedium,
  replaceMedium,
} from '#shared/media-edits.ts';
import {
  type Medium,
  isEmptyDraft,
  isEmptyPart,
  type PartKind,
  type Parts,
  partText,
  type TextPart,
} from '#shared/parts.ts';
import { foldPosition, type Platform } from '#shared/platforms.ts';
import type { Finding } from '#shared/rules.ts';
import { post } from '#shared/words/post.ts';
import { type Looked, MediaStrip } from './media-strip.tsx';
import type { Talk } from './talk.ts';
import { useWords } from './words.tsx';

export interface PostPartsProps {
  page: OpenPost;
  connection: Connection;
  parts: Parts;
  kinds: readonly PartKind[];
  canEdit: boolean;
  passages: readonly Passage[];
  proposals: readonly Proposal[];
  suggesting: Suggesting | undefined;
  onSuggestion(id: string): void;
  talk: Talk;
  looked: Looked | null;
  onLook(looked: Looked | null): void;
  coverage: { pointIds: readonly string[]; active: string | null };
  onEditor(part: AnchorPart, editor: LiveEditor | null): void;
  findings: readonly Finding[];
  places: PartPlaces;
  onSelect(anchor: TextAnchor | null): void;
  onThread(ids: string[]): void;
  onBlock?: ((anchor: BlockAnchor) => void) | undefined;
  onRefused(words: string): void;
}

export function PostParts(props: PostPartsProps) {
  const { page, parts, kinds } = props;
  const w = useWords(post);
  const isEmpty = isEmptyDraft(parts);
  const isOwn = page.side === 'creator';
  // Photos first, as readers meet them; then the words in the format's own order.
  const texts = kinds.filter(
    (kind) =>
      kind !== 'media' && (props.canEdit || kind === 'caption' || !isEmptyPart(parts, kind)),
  );
  return (
    <div className="flex flex-col gap-6">
      {isEmpty && (
        <p className="text-17 font-medium text-creator">
          {isOwn ? w.yours : w.emptyForBrand({ creator: page.creator.name })}
        </p>
      )}
      {kinds.includes('media') && (
        // Seen first once there are any; until then nothing stands before the first word.
        <div className={parts.media.length === 0 ? 'order-last' : ''}>
          <Media {...props} />
        </div>
      )}
      {texts.map((kind) => (
        <section key={kind} className="flex flex-col gap-3">
          {texts.length > 1 && <h2 className="text-13 font-medium text-muted">{w[kind]}</h2>}
          <PartEditor {...props} part={kind as TextPart} isFirst={kind === texts[0] && isEmpty} />
        </section>
      ))}
    </div>
  );
}

function PartEditor(props: PostPartsProps & { part: TextPart; isFirst: boolean }) {
  const { part, page, connection, parts, canEdit, passages, findings, isFirst } = props;
  const w = useWords(post);
  const rules = useMemo(() => marksIn(findings, part), [findings, part]);
  const shared = {
    connection,
    editable: canEdit,
    label: w[part],
    threads: passages.filter((passage) => passage.anchor.part === part),
    proposals: props.proposals.filter(({ span }) => span.part === part),
    suggesting: props.suggesting,
    onSuggestion: props.onSuggestion,
    coverage: props.coverage,
    onEditor: props.onEditor,
    rules,
    places: props.places,
    onSelect: props.onSelect,
    onThread: props.onThread,
    onBlock: props.onBlock,
    onRefused: props.onRefused,
  };
  if (part === 'script') return <ScriptEditor {...shared} />;
  if (part === 'frames') return <FramesEditor {...shared} media={parts.media} />;
  const placeholder = {
    caption: w.captionPlaceholder,
    title: w.titlePlaceholder,
    firstComment: w.firstCommentPlaceholder,
  }[part];
  const platform = page.deliverable.platform as Platform;
  const foldAt = part === 'caption' ? foldPosition(partText(parts, part), platform) : null;
  return (
    <TextPartEditor
      {...shared}
      part={part}
      placeholder={canEdit ? placeholder : ''}
      foldAt={foldAt}
      // An empty draft is opened to write in it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFirst && canEdit && page.idea?.stage !== 'not-begun'}
    />
  );
}

/** What is missing has no place of its own to underline. */
const marksIn = (findings: readonly Finding[], part: TextPart): RuleMark[] =>
  findings
    .filter((one) => one.part === part && one.end > one.start)
    .map(({ start, end, level }) => ({ start, end, look: level }));

function Media({ page, connection, parts, canEdit, talk, looked, onLook }: PostPartsProps) {
  const { doc } = connection;
  return (
    <MediaStrip
      items={parts.media}
      editable={canEdit}
      draftId={page.id}
      talk={talk}
      looked={looked}
      onLook={onLook}
      onAdd={(medium: Medium, at) => addMedium(doc, medium, at)}
      onMove={(id, to) => moveMedium(doc, id, to)}
      onRemove={(id) => removeMedium(doc, id)}
      onAlt={(id, alt) => describeMedium(doc, id, alt)}
      onCover={(id) => coverMedium(doc, id)}
      onReplace={(id, medium) => replaceMedium(doc, id, medium)}
    />
  );
}
