// The post as both sides have it open: guidelines left, the text in the middle, comments right; on
// a phone the text alone with sheets. One live document, whatever the width of the screen.
import { useSearchParams } from '@remix-run/react';
import { type ComponentProps, Suspense, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Connection } from '#app/collab/connection.ts';
import { useCollab } from '#app/collab/use-collab.ts';
import { PartPlaces } from '#app/editor/part-places.ts';
import { Presence } from '#app/editor/presence.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Anchor, TextAnchor } from '#shared/anchors.ts';
import { knownRuns } from '#shared/authorship.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { idFrom } from '#shared/ids.ts';
import { asBroughtBack, knowGuidelines } from '#shared/origins.ts';
import type { PartKind } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { type Finding, mustFix } from '#shared/rules.ts';
import { common } from '#shared/words/common.ts';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { Button } from './button.tsx';
import { HeartMeter, HeartNote } from './heart-note.tsx';
import { AboveText } from './post-above.tsx';
import { useArrival } from './post-arrival.ts';
import { type DialogName, PostActionButton } from './post-actions.tsx';
import { Column } from './post-column.tsx';
import { Guidelines, insertsOf, type PointNote, textsOf } from './post-guidelines.tsx';
import { SheetOfGuidelines } from './post-guidelines-sheet.tsx';
import { Meanwhile } from './post-meanwhile.tsx';
import { Afterwards, later } from './later.tsx';
import { PostFoot, PreviewButton } from './post-foot.tsx';
import { More } from './post-more.tsx';
import { answeredPassages } from './post-answered.ts';
import { RulesPanel, type RulesProps } from './post-rules.tsx';
import { SelectionButton } from './post-selection.tsx';
import type { PhoneBarProps } from './post-phone.tsx';
import { Sheet } from './post-sheet.tsx';
import { postState } from './post-state.ts';
import { PostParts } from './post-text.tsx';
import { TopBar } from './post-top.tsx';
import { TurnShape } from './people.tsx';
import { proposalsOf, useSuggesting } from './suggesting.ts';
import { SuggestionPanel } from './suggestion-panel.tsx';
import { VoiceBeside, VoiceProvider } from './voice-post.tsx';
import { ThreadPanel } from './thread-panel.tsx';
import { useHeart } from './use-heart.ts';
import { useHere } from './use-here.ts';
import { useKeyboard } from './use-keyboard.ts';
import { isLookedPoint, useLookedPoint } from './use-looked-point.ts';
import { isPhone, useIsPhone } from './use-phone.ts';
import { useProposed } from './use-proposed.ts';
import { useSides } from './use-sides.ts';
import { usePostText } from './use-post-text.ts';
import { besideOf, useTalk } from './use-talk.ts';
import { useRules } from './use-rules.ts';
import { useWords } from './words.tsx';

const ClientComments = later(() => import('./client-comments.tsx'));
const PhoneBar = later<PhoneBarProps>(() =>
  import('./post-phone.tsx').then((m) => ({ default: m.PhoneBar })),
);
const PostDialogs = later(() => import('./post-dialogs.tsx'));
const ReadingCopies = later(() => import('./reading-copies.tsx'));
const QueueBand = later(() => import('./queue-band.tsx'));

export function PostPage({ page, actor }: { page: OpenPost; actor: string }) {
  const { connection, save } = useCollab({
    documentName: page.document.name,
    epoch: page.document.epoch,
    schemaVersion: page.document.schemaVersion,
    userId: actor,
    right: page.may.write ? 'write' : 'read',
  });
  const doc = connection?.doc ?? null;
  const now = usePostText(doc, page);
  const parts = now?.parts ?? null;
  const kinds = kindsOf(page);
  const [changing, setChanging] = useState(false);
  const state = postState(page, now, changing);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [passage, setPassage] = useState<TextAnchor | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const sides = useSides(page.side);
  const keyboard = useKeyboard();
  const onPhone = useIsPhone();
  const w = useWords(post);
  const say = useWords(suggestion);
  const { outOfReach } = useWords(common);
  const inQueue = useSearchParams()[0].has('queue') && page.side === 'brand';
  const elsewhere = useHere(page.brief.id);
  const heart = useHeart({ page, actor, doc, parts, canEdit: state.canEdit });
  const looked = useLookedPoint(heart);
  const proposed = useProposed(() => sides.open('comments'));
  const own = useSuggesting({
    actor,
    suggests: page.may.suggest,
    place: { draftId: page.id },
    suggestions: page.suggestions,
  });
  const says = useTalk(talkOn(page, actor), {
    openComments: () => sides.open('comments'),
    canEdit: state.canEdit,
  });
  const [places] = useState(() => new PartPlaces());
  const reading = useRules(page, parts);
  const rules: RulesProps = {
    page,
    reading,
    onShow(finding) {
      setDialog(null);
      // A dialog gives the focus back as it goes; the place is shown after that.
      requestAnimationFrame(() => places.show(finding, { focus: !isPhone() }));
    },
    onInsert: state.canEdit ? (insert) => places.insert(insert) : undefined,
  };
  useArrival(
    page.threads.map(({ id }) => id),
    (id) => says.press([id]),
  );
  useEffect(() => {
    const { guidelines } = page;
    if (doc && guidelines) knowGuidelines(doc, textsOf(guidelines.structure));
  }, [doc, page]);

  async function backToApproved(live: Connection) {
    if (!page.sent) return;
    const { form, authorship } = page.sent;
    const restore = await import('#shared/restore.ts').catch(() => null);
    if (!restore) return setRefused(outOfReach);
    const known = knownRuns(partsOfForm(form), authorship);
    asBroughtBack(live.doc, known, () => restore.restoreParts(live.doc, form, newId));
    setChanging(false);
  }

  function showRules() {
    flushSync(() => sides.open('rules'));
    const list = document.querySelector<HTMLElement>('aside [data-rules]');
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  }

  function comment(anchor: Anchor) {
    says.write(anchor);
    setPassage(null);
  }

  const mayComment = page.audiences.length > 0;
  const openSuggestions = page.suggestions.filter(({ status }) => status === 'open');
  const openThreads = says.talk.threads.filter((one) => !one.resolvedAt);
  const cards = openThreads.length + openSuggestions.length;
  const unread = openThreads.filter((one) => one.isUnread).length;

  const note: PointNote = (pointId) => (
    <HeartNote
      page={page}
      heart={heart}
      pointId={pointId}
      selected={passage}
      onShow={looked.show}
      onMarked={() => setPassage(null)}
      onInsert={state.canEdit ? (place) => places.insert(place) : undefined}
    />
  );
  const panel = (
    <>
      {page.clientComments.length > 0 && (
        <Afterwards>
          <ClientComments comments={page.clientComments} />
        </Afterwards>
      )}
      <SuggestionPanel
        page={page}
        owner={page.creator.name}
        actor={actor}
        connection={connection}
        own={own}
        active={proposed.id}
        onShow={proposed.show}
      />
      <ThreadPanel
        talk={says.talk}
        ground={{ doc, media: parts?.media ?? null }}
        writing={says.writing}
        active={says.active}
        only={onPhone ? says.only : null}
        onAll={says.showAll}
        isBeside={!onPhone}
        onWrite={says.write}
        onShow={says.show}
      />
    </>
  );
  const foot = <PostFoot {...{ page, doc, parts, kinds, reading, save }} onRules={showRules} />;
  const meters = (
    <>
      {foot}
      <HeartMeter heart={heart} />
      {parts && <PreviewButton page={page} parts={parts} />}
    </>
  );

  return (
    <VoiceProvider draftId={page.id}>
      <TopBar
        page={page}
        isChanged={state.isChanged}
        presence={connection && <Presence awareness={connection.awareness} elsewhere={elsewhere} />}
        action={<PostActionButton page={page} state={state} onPress={setDialog} />}
        more={<More page={page} actor={actor} parts={parts} />}
      />
      {inQueue && (
        <Afterwards>
          <QueueBand page={page} action={state.action} dialog={dialog} onPress={setDialog} />
        </Afterwards>
      )}
      <div
        // Under a sheet the last words must still be able to rise above it. The name on a caret at the
        // end of a line is cut off rather than making the page wider than a phone.
        className={`mx-auto flex w-full max-w-[1280px] items-start overflow-x-clip justify-center gap-6 px-4 md:px-5 md:pb-14 ${sides.sheet ? 'pb-[60dvh]' : 'pb-24'}`}
      >
        <Column
          side="left"
          title={w.guidelines}
          folded={sides.folded.guidelines}
          onFold={(isFolded) => sides.fold('guidelines', isFolded)}
        >
          <Guidelines page={page} note={note} rules={onPhone ? null : <RulesPanel {...rules} />} />
          {page.side === 'creator' && <VoiceBeside page={page} />}
        </Column>
        <main
          id="main"
          tabIndex={-1}
          className="flex w-full min-w-0 max-w-[600px] flex-1 flex-col gap-4 py-4 outline-none md:py-6"
        >
          <AboveText
            page={page}
            actor={actor}
            kinds={kinds}
            connection={connection}
            parts={parts}
            passage={passage}
            state={state}
            changing={changing}
            onChange={() => setChanging(true)}
            onBack={
              connection && page.may.write ? () => void backToApproved(connection) : undefined
            }
            onDialog={setDialog}
            onShow={says.show}
          />
          {page.may.write && openSuggestions.length > 0 && sides.folded.comments && (
            <Button className="self-start" onClick={() => sides.open('comments')}>
              <TurnShape turn="brand" />
              {say.waiting({ count: openSuggestions.length })}
            </Button>
          )}
          {connection && now ? (
            <PostParts
              page={page}
              connection={connection}
              parts={now.parts}
              kinds={kinds}
              canEdit={state.canEdit}
              proposals={proposalsOf(page, proposed.id)}
              suggesting={page.may.suggest ? own.source : undefined}
              onSuggestion={proposed.open}
              passages={[...says.passages, ...answeredPassages(page, says.active), ...looked.drawn]}
              coverage={{ pointIds: heart.pointIds, active: looked.pointId }}
              onEditor={heart.onEditor}
              talk={says.talk}
              looked={says.looked}
              onLook={says.look}
              findings={reading?.findings ?? nothingFound}
              places={places}
              onSelect={setPassage}
              onThread={(ids) => says.press(ids.filter((id) => !isLookedPoint(id)))}
              onBlock={mayComment ? comment : undefined}
              onRefused={setRefused}
            />
          ) : (
            <Meanwhile page={page} kinds={kinds} />
          )}
          {onPhone && keyboard === 0 && (
            <div className="flex flex-wrap items-center justify-between gap-3">{meters}</div>
          )}
          {page.sent && (page.readingCopies.length > 0 || page.may.readingCopy) && (
            <Afterwards>
              <ReadingCopies page={page} actor={actor} contentId={now?.contentId ?? null} />
            </Afterwards>
          )}
          {refused && (
            <p role="alert" className="rounded-xl border-2 border-ink px-3 py-2 text-15">
              {refused}
            </p>
          )}
          <SelectionButton
            passage={mayComment ? passage : null}
            onComment={comment}
            onCarries={
              heart.canMark && heart.pointIds.length > 0 ? () => sides.open('points') : null
            }
          />
        </main>
        <Column
          side="right"
          title={w.comments}
          count={cards}
          unread={unread}
          folded={sides.folded.comments}
          onFold={(isFolded) => sides.fold('comments', isFolded)}
        >
          {page.side === 'brand' && <VoiceBeside page={page} />}
          {sides.sheet === 'comments' ? null : panel}
        </Column>
      </div>
      {!onPhone && (
        <footer className="fixed inset-x-0 bottom-0 z-20 flex h-8 items-center justify-center gap-6 border-t border-line bg-paper px-5 empty:hidden">
          {meters}
        </footer>
      )}
      {onPhone && (
        <Afterwards>
          <PhoneBar
            comments={cards}
            unread={unread}
            near={says.near.length}
            onNear={says.openNear}
            mustFix={reading ? mustFix(reading).length : 0}
            inserts={state.canEdit ? insertsOf(page, page.code) : []}
            onComment={passage && mayComment && !page.may.write ? () => comment(passage) : null}
            foot={foot}
            onSheet={(name) => {
              says.showAll();
              sides.setSheet(name);
            }}
          />
        </Afterwards>
      )}
      {sides.sheet && (
        <Sheet
          title={w[sides.sheet]}
          beside={sides.sheet === 'comments' ? besideOf(says) : null}
          onClose={() => sides.setSheet(null)}
        >
          {sides.sheet === 'comments' ? (
            panel
          ) : (
            <SheetOfGuidelines name={sides.sheet} page={page} note={note} rules={rules} />
          )}
        </Sheet>
      )}
      <OpenedDialogs
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
    </VoiceProvider>
  );
}

/** None before the first is asked for; from then on all, with what was typed in them. */
function OpenedDialogs(props: ComponentProps<typeof PostDialogs>) {
  const [isWanted, setWanted] = useState(false);
  if (props.open !== null && !isWanted) setWanted(true);
  return isWanted ? (
    <Suspense fallback={null}>
      <PostDialogs {...props} />
    </Suspense>
  ) : null;
}

const nothingFound: readonly Finding[] = [];

const newId = () => idFrom(crypto.getRandomValues(new Uint8Array(20)));

function kindsOf({ deliverable }: OpenPost): PartKind[] {
  const kinds = partsOf(deliverable.platform as Platform, deliverable.format as Format);
  return kinds.length > 0 ? kinds : ['caption', 'media'];
}

const talkOn = (page: OpenPost, actor: string) => ({
  actor,
  side: page.side,
  place: { draftId: page.id },
  brand: page.brief.brandName,
  creator: page.creator.name,
  threads: page.threads,
  audiences: page.audiences,
  people: page.people,
});
