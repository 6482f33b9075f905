// The post as both sides have it open: guidelines left, the text in the middle, comments right; on
// a phone the text alone with sheets. One live document, whatever the width of the screen.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Connection } from '#app/collab/connection.ts';
import { useCollab } from '#app/collab/use-collab.ts';
import { PartPlaces } from '#app/editor/part-places.ts';
import { Presence } from '#app/editor/presence.tsx';
import { SaveBadge } from '#app/editor/save-badge.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Anchor, TextAnchor } from '#shared/anchors.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { idFrom } from '#shared/ids.ts';
import type { PartKind } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { restoreParts } from '#shared/restore.ts';
import { type Finding, mustFix } from '#shared/rules.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { PostActionButton, PostDialogs, type DialogName } from './post-actions.tsx';
import { ChangeBand, DoorBand, ExtraRoundBand, PublishedBand } from './post-bands.tsx';
import { PostCount } from './post-count.tsx';
import { CoreMessage, Freedom, Guidelines, insertsOf, Points, Rules } from './post-guidelines.tsx';
import { Keys } from './post-keys.tsx';
import { LookBand } from './post-look.tsx';
import { More } from './post-more.tsx';
import { PhoneBar, type SheetName } from './post-phone.tsx';
import { PostReading } from './post-reading.tsx';
import { Requests } from './post-requests.tsx';
import { RulesLine, RulesPanel, type RulesProps } from './post-rules.tsx';
import { Sheet } from './post-sheet.tsx';
import { postState } from './post-state.ts';
import { PostParts } from './post-text.tsx';
import { PublishDay, TopBar } from './post-top.tsx';
import { ThreadPanel } from './thread-panel.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { isPhone, useIsPhone } from './use-phone.ts';
import { usePostText } from './use-post-text.ts';
import { useRules } from './use-rules.ts';
import { useWords } from './words.tsx';

export function PostPage({ page, actor }: { page: OpenPost; actor: string }) {
  const { connection, save } = useCollab({
    documentName: page.document.name,
    epoch: page.document.epoch,
    schemaVersion: page.document.schemaVersion,
    userId: actor,
    right: page.may.write ? 'write' : 'read',
  });
  const now = usePostText(connection?.doc ?? null, page);
  const kinds = kindsOf(page);
  const [changing, setChanging] = useState(false);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [passage, setPassage] = useState<TextAnchor | null>(null);
  const [writing, setWriting] = useState<Anchor | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [folded, setFolded] = useState({
    guidelines: page.side === 'brand',
    comments: page.side === 'creator',
  });
  const [refused, setRefused] = useState<string | null>(null);
  const keyboard = useKeyboard();
  const onPhone = useIsPhone();
  const w = useWords(post);
  const state = postState(page, now, changing);
  const reading = useRules(page, now?.parts ?? null);
  const [places] = useState(() => new PartPlaces());
  const rules: RulesProps = {
    page,
    reading,
    onShow(finding) {
      if (dialog !== null) setDialog(null);
      // A dialog gives the focus back as it goes; the place is shown after that.
      requestAnimationFrame(() => places.show(finding, { focus: !isPhone() }));
    },
    onInsert: state.canEdit ? (insert) => places.insert(insert) : undefined,
  };

  function showRules() {
    if (isPhone()) return setSheet('rules');
    flushSync(() => setFolded((was) => ({ ...was, guidelines: false })));
    const list = document.querySelector<HTMLElement>('aside [data-rules]');
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  }

  function backToApproved(live: Connection) {
    if (!page.sent) return;
    restoreParts(live.doc, page.sent.form, newId);
    setChanging(false);
  }

  function showComments() {
    setFolded((was) => ({ ...was, comments: false }));
    if (isPhone()) setSheet('comments');
  }

  function comment(anchor: Anchor) {
    if (page.audiences.length === 0) return;
    setWriting(anchor);
    setPassage(null);
    showComments();
  }

  function showThread(id: string) {
    setActive(id);
    document
      .querySelector(`[data-thread="${id}"]`)
      ?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
  }

  const panel = (
    <ThreadPanel
      page={page}
      actor={actor}
      doc={connection?.doc ?? null}
      parts={now?.parts ?? null}
      writing={writing}
      active={active}
      onWrite={setWriting}
      onShow={showThread}
    />
  );
  const count = now && <PostCount page={page} parts={now.parts} kinds={kinds} />;
  const foot = (
    <>
      {count}
      <RulesLine reading={reading} onOpen={showRules} />
      <SaveBadge save={save} writes={page.may.write} />
    </>
  );
  const openThreads = page.threads.filter((one) => !one.resolvedAt);

  return (
    <>
      <TopBar
        page={page}
        isChanged={state.isChanged}
        presence={connection && <Presence awareness={connection.awareness} />}
        action={<PostActionButton page={page} state={state} onPress={setDialog} />}
        more={<More page={page} actor={actor} />}
      />
      <div
        // Under a sheet the last words must still be able to rise above it.
        className={`mx-auto flex w-full max-w-[1280px] items-start justify-center gap-6 px-4 md:px-5 md:pb-14 ${sheet ? 'pb-[60dvh]' : 'pb-24'}`}
      >
        <Column
          side="left"
          title={w.guidelines}
          folded={folded.guidelines}
          onFold={(guidelines) => setFolded({ ...folded, guidelines })}
        >
          <Guidelines page={page} rules={onPhone ? null : <RulesPanel {...rules} />} />
        </Column>
        <main
          id="main"
          tabIndex={-1}
          className="flex w-full min-w-0 max-w-[600px] flex-1 flex-col gap-4 py-4 outline-none md:py-6"
        >
          <PublishDay page={page} />
          <DoorBand page={page} actor={actor} />
          <ExtraRoundBand page={page} actor={actor} />
          <PublishedBand page={page} />
          <Keys page={page} isChanged={state.isChanged} />
          <ChangeBand
            page={page}
            state={state}
            changing={changing}
            onChange={() => setChanging(true)}
            onBack={connection && page.may.write ? () => backToApproved(connection) : undefined}
          />
          <Requests page={page} actor={actor} />
          <LookBand page={page} actor={actor} parts={now?.parts ?? null} />
          {connection && now ? (
            <PostParts
              page={page}
              connection={connection}
              parts={now.parts}
              kinds={kinds}
              canEdit={state.canEdit}
              passages={passagesOf(page, active)}
              findings={reading?.findings ?? nothingFound}
              places={places}
              onSelect={setPassage}
              onThread={(id) => {
                setActive(id);
                showComments();
              }}
              onPicture={
                page.audiences.length > 0
                  ? (mediaId) => comment({ kind: 'media', mediaId })
                  : undefined
              }
              onRefused={setRefused}
            />
          ) : (
            <Meanwhile page={page} kinds={kinds} />
          )}
          {onPhone && keyboard === 0 && (
            <div className="flex flex-wrap items-center justify-between gap-3">{foot}</div>
          )}
          {refused && (
            <p role="alert" className="rounded-xl border-2 border-ink px-3 py-2 text-15">
              {refused}
            </p>
          )}
          <SelectionButton
            passage={page.audiences.length > 0 ? passage : null}
            onComment={(anchor) => comment(anchor)}
          />
        </main>
        <Column
          side="right"
          title={w.comments}
          count={openThreads.length}
          folded={folded.comments}
          onFold={(comments) => setFolded({ ...folded, comments })}
        >
          {sheet === 'comments' ? null : panel}
        </Column>
      </div>
      {!onPhone && (
        <footer className="fixed inset-x-0 bottom-0 z-20 flex h-8 items-center justify-center gap-6 border-t border-line bg-paper px-5 empty:hidden">
          {foot}
        </footer>
      )}
      {onPhone && (
        <PhoneBar
          comments={openThreads.length}
          mustFix={reading ? mustFix(reading).length : 0}
          inserts={state.canEdit ? insertsOf(page, page.code) : []}
          onComment={
            passage && page.audiences.length > 0 && !page.may.write ? () => comment(passage) : null
          }
          foot={foot}
          onSheet={setSheet}
        />
      )}
      {sheet && (
        <Sheet title={sheetTitle(sheet, w)} onClose={() => setSheet(null)}>
          {sheet === 'comments' ? (
            panel
          ) : (
            <SheetOfGuidelines name={sheet} page={page} rules={rules} />
          )}
        </Sheet>
      )}
      <PostDialogs
        page={page}
        actor={actor}
        now={now}
        save={save}
        kinds={kinds}
        passage={passage}
        open={dialog}
        onOpen={setDialog}
        onSent={() => setChanging(false)}
        rules={rules}
      />
    </>
  );
}

const nothingFound: readonly Finding[] = [];
const newId = () => idFrom(crypto.getRandomValues(new Uint8Array(20)));

function kindsOf({ deliverable }: OpenPost): PartKind[] {
  const kinds = partsOf(deliverable.platform as Platform, deliverable.format as Format);
  return kinds.length > 0 ? kinds : ['caption', 'media'];
}

function passagesOf(page: OpenPost, active: string | null) {
  return page.threads.flatMap(({ id, anchor, resolvedAt, comments }) =>
    anchor.kind === 'text' && !resolvedAt
      ? [{ id, anchor, side: comments[0]?.author.side ?? 'brand', active: id === active }]
      : [],
  );
}

function sheetTitle(name: SheetName, w: (typeof post)['en']): string {
  return { points: w.points, comments: w.comments, rules: w.rules }[name];
}

function SheetOfGuidelines({
  name,
  page,
  rules,
}: {
  name: SheetName;
  page: OpenPost;
  rules: RulesProps;
}) {
  if (name === 'rules') {
    return (
      <div className="flex flex-col gap-6">
        <RulesPanel {...rules} isTitled />
        <Rules page={page} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <CoreMessage page={page} />
      <Points page={page} />
      <Freedom page={page} />
    </div>
  );
}

/** Until the live text is here: what was sent last, or a word about the wait. */
function Meanwhile({ page, kinds }: { page: OpenPost; kinds: readonly PartKind[] }) {
  const w = useWords(post);
  return (
    <div className="flex flex-col gap-4">
      <output className="block text-13 text-muted">{w.loading}</output>
      {page.sent && <PostReading parts={partsOfForm(page.sent.form)} kinds={kinds} />}
    </div>
  );
}

function Column({
  side,
  title,
  count = 0,
  folded,
  onFold,
  children,
}: {
  side: 'left' | 'right';
  title: string;
  count?: number;
  folded: boolean;
  onFold(folded: boolean): void;
  children: React.ReactNode;
}) {
  const width = folded ? 'w-auto' : side === 'left' ? 'w-[280px]' : 'w-[320px]';
  return (
    <aside
      aria-label={title}
      className={`sticky top-12 hidden max-h-[calc(100dvh-5rem)] shrink-0 overflow-y-auto py-6 md:block ${width}`}
    >
      <Button look="plain" aria-expanded={!folded} className="mb-2" onClick={() => onFold(!folded)}>
        {title}
        {count > 0 && ` (${count})`}
      </Button>
      {!folded && children}
    </aside>
  );
}

/** Beside the selected words on a wide screen; on a phone the bar offers the same. */
function SelectionButton({
  passage,
  onComment,
}: {
  passage: TextAnchor | null;
  onComment(anchor: TextAnchor): void;
}) {
  const w = useWords(thread);
  if (!passage) return null;
  return (
    <div className="sticky bottom-12 z-20 hidden md:block">
      <Button
        className="max-w-full shadow-lg"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onComment(passage)}
      >
        <span className="truncate">{w.commentOn({ quote: passage.quote })}</span>
      </Button>
    </div>
  );
}
