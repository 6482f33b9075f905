// The post as both sides have it open: guidelines left, the text in the middle, comments right; on
// a phone the text alone with sheets. One live document, whatever the width of the screen.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Connection } from '#app/collab/connection.ts';
import { useCollab } from '#app/collab/use-collab.ts';
import { PartPlaces } from '#app/editor/part-places.ts';
import { Presence } from '#app/editor/presence.tsx';
import { SaveBadge } from '#app/editor/save-badge.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Anchor, TextAnchor } from '#shared/anchors.ts';
import { knownRuns } from '#shared/authorship.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { Passage as CoveredPassage } from '#shared/coverage.ts';
import { idFrom } from '#shared/ids.ts';
import { asBroughtBack, knowGuidelines } from '#shared/origins.ts';
import type { PartKind } from '#shared/parts.ts';
import { type Format, partsOf, type Platform } from '#shared/platforms.ts';
import { restoreParts } from '#shared/restore.ts';
import { type Finding, mustFix } from '#shared/rules.ts';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { Button } from './button.tsx';
import { HeartMeter, HeartNote } from './heart-note.tsx';
import { useArrival } from './post-arrival.ts';
import { PostActionButton, PostDialogs, type DialogName } from './post-actions.tsx';
import { ChangeBand, DoorBand, ExtraRoundBand, PublishedBand } from './post-bands.tsx';
import { Column } from './post-column.tsx';
import { PostCount } from './post-count.tsx';
import {
  CoreMessage,
  Freedom,
  Guidelines,
  insertsOf,
  type PointNote,
  Points,
  Rules,
} from './post-guidelines.tsx';
import { Keys } from './post-keys.tsx';
import { LookBand } from './post-look.tsx';
import { More } from './post-more.tsx';
import { OwnWords } from './post-own-words.tsx';
import { PhoneBar, type SheetName } from './post-phone.tsx';
import { PreviewButton } from './post-preview.tsx';
import { PostReading } from './post-reading.tsx';
import { answeredPassages, Requests } from './post-requests.tsx';
import { RulesLine, RulesPanel, type RulesProps } from './post-rules.tsx';
import { SelectionButton } from './post-selection.tsx';
import { Sheet } from './post-sheet.tsx';
import { postState } from './post-state.ts';
import { PostParts } from './post-text.tsx';
import { Together } from './post-together.tsx';
import { PublishDay, TopBar } from './post-top.tsx';
import { TurnShape } from './people.tsx';
import { proposalsOf, useSuggesting } from './suggesting.ts';
import { SuggestionPanel } from './suggestion-panel.tsx';
import { ReadingCopies } from './reading-copies.tsx';
import { VoiceBeside, VoiceFoot, VoiceProvider } from './voice-post.tsx';
import { ThreadPanel } from './thread-panel.tsx';
import { type Heart, useHeart } from './use-heart.ts';
import { useHere } from './use-here.ts';
import { useKeyboard } from './use-keyboard.ts';
import { isPhone, useIsPhone } from './use-phone.ts';
import { usePostText } from './use-post-text.ts';
import { besideOf, useTalk } from './use-talk.ts';
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
  /** The suggestion in hand. */
  const [proposed, setProposed] = useState<string | null>(null);
  const own = useSuggesting({ actor, place: { draftId: page.id }, suggestions: page.suggestions });
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [folded, setFolded] = useState({
    guidelines: page.side === 'brand',
    comments: page.side === 'creator',
  });
  const [refused, setRefused] = useState<string | null>(null);
  const keyboard = useKeyboard();
  const onPhone = useIsPhone();
  const w = useWords(post);
  const say = useWords(suggestion);
  const state = postState(page, now, changing);
  const doc = connection?.doc ?? null;
  const heart = useHeart({ page, actor, doc, parts: now?.parts ?? null, canEdit: state.canEdit });
  const [looking, setLooking] = useState<{ pointId: string; anchor: TextAnchor } | null>(null);
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

  useEffect(() => {
    const { guidelines } = page;
    if (doc && guidelines) knowGuidelines(doc, textsOf(guidelines.structure));
  }, [doc, page]);

  function backToApproved(live: Connection) {
    if (!page.sent) return;
    const { form, authorship } = page.sent;
    const known = knownRuns(partsOfForm(form), authorship);
    asBroughtBack(live.doc, known, () => restoreParts(live.doc, form, newId));
    setChanging(false);
  }

  function showComments() {
    setFolded((was) => ({ ...was, comments: false }));
    if (isPhone()) setSheet('comments');
  }

  function showSuggestion(id: string) {
    setProposed(id);
    document
      .querySelector(`.bound-editor [data-suggestion="${id}"]`)
      ?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
  }

  function openSuggestion(id: string) {
    setProposed(id);
    showComments();
    requestAnimationFrame(() =>
      document.getElementById(`suggestion-${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  const says = useTalk(talkOn(page, actor), {
    openComments: showComments,
    canEdit: state.canEdit,
  });
  const elsewhere = useHere(page.brief.id);
  const mayComment = page.audiences.length > 0;

  function comment(anchor: Anchor) {
    says.write(anchor);
    setPassage(null);
  }
  useArrival(
    page.threads.map(({ id }) => id),
    (id) => says.press([id]),
  );

  function showPoint(pointId: string, place: CoveredPassage) {
    const anchor = heart.anchor(place);
    if (!anchor) return;
    setLooking({ pointId, anchor });
    requestAnimationFrame(() => {
      document
        .querySelector(`[data-thread=${lookedAtId}], .covered-active`)
        ?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
    });
  }

  function choosePoint() {
    setFolded((was) => ({ ...was, guidelines: false }));
    if (isPhone()) setSheet('points');
  }

  const note: PointNote = (pointId) => (
    <HeartNote
      page={page}
      heart={heart}
      pointId={pointId}
      selected={passage}
      onShow={showPoint}
      onMarked={() => setPassage(null)}
    />
  );

  const panel = (
    <>
      <SuggestionPanel
        page={page}
        actor={actor}
        connection={connection}
        own={own}
        active={proposed}
        onShow={showSuggestion}
      />
      <ThreadPanel
        talk={says.talk}
        ground={{ doc: connection?.doc ?? null, media: now?.parts.media ?? null }}
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
  const count = now && <PostCount page={page} parts={now.parts} kinds={kinds} />;
  const foot = (
    <>
      {count}
      {keyboard === 0 && kinds.includes('caption') && <VoiceFoot parts={now?.parts} />}
      <RulesLine reading={reading} onOpen={showRules} />
      {doc && now && <OwnWords page={page} doc={doc} parts={now.parts} />}
      <SaveBadge save={save} writes={page.may.write} />
    </>
  );
  const openSuggestions = page.suggestions.filter(({ status }) => status === 'open');
  const openThreads = says.talk.threads.filter((one) => !one.resolvedAt);
  const cards = openThreads.length + openSuggestions.length;
  const unread = openThreads.filter((one) => one.isUnread).length;
  const preview = now && <PreviewButton page={page} parts={now.parts} />;

  return (
    <VoiceProvider draftId={page.id}>
      <TopBar
        page={page}
        isChanged={state.isChanged}
        presence={connection && <Presence awareness={connection.awareness} elsewhere={elsewhere} />}
        action={<PostActionButton page={page} state={state} onPress={setDialog} />}
        more={<More page={page} actor={actor} parts={now?.parts ?? null} />}
      />
      <div
        // Under a sheet the last words must still be able to rise above it. The name on a caret at the
        // end of a line is cut off rather than making the page wider than a phone.
        className={`mx-auto flex w-full max-w-[1280px] items-start overflow-x-clip justify-center gap-6 px-4 md:px-5 md:pb-14 ${sheet ? 'pb-[60dvh]' : 'pb-24'}`}
      >
        <Column
          side="left"
          title={w.guidelines}
          folded={folded.guidelines}
          onFold={(guidelines) => setFolded({ ...folded, guidelines })}
        >
          <Guidelines page={page} note={note} rules={onPhone ? null : <RulesPanel {...rules} />} />
          {page.side === 'creator' && <VoiceBeside page={page} />}
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
          {connection && (
            <Together page={page} actor={actor} awareness={connection.awareness} kinds={kinds} />
          )}
          <ChangeBand
            page={page}
            state={state}
            changing={changing}
            onChange={() => setChanging(true)}
            onBack={connection && page.may.write ? () => backToApproved(connection) : undefined}
          />
          <Requests page={page} actor={actor} passage={passage} onShow={says.show} />
          <LookBand page={page} actor={actor} parts={now?.parts ?? null} />
          {page.may.write && openSuggestions.length > 0 && folded.comments && (
            <Button className="self-start" onClick={showComments}>
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
              proposals={proposalsOf(page, proposed)}
              suggesting={page.may.suggest ? own.source : undefined}
              onSuggestion={openSuggestion}
              passages={[
                ...says.passages,
                ...answeredPassages(page, says.active),
                ...lookedAt(looking, heart.states),
              ]}
              coverage={{ pointIds: heart.pointIds, active: looking?.pointId ?? null }}
              onEditor={heart.onEditor}
              talk={says.talk}
              looked={says.looked}
              onLook={says.look}
              findings={reading?.findings ?? nothingFound}
              places={places}
              onSelect={setPassage}
              onThread={(ids) => says.press(ids.filter((id) => id !== lookedAtId))}
              onBlock={mayComment ? comment : undefined}
              onRefused={setRefused}
            />
          ) : (
            <Meanwhile page={page} kinds={kinds} />
          )}
          {onPhone && keyboard === 0 && (
            <div className="flex flex-wrap items-center justify-between gap-3">
              {foot}
              <HeartMeter heart={heart} />
              {preview}
            </div>
          )}
          <ReadingCopies page={page} actor={actor} contentId={now?.contentId ?? null} />
          {refused && (
            <p role="alert" className="rounded-xl border-2 border-ink px-3 py-2 text-15">
              {refused}
            </p>
          )}
          <SelectionButton
            passage={mayComment ? passage : null}
            onComment={comment}
            onCarries={heart.canMark && heart.pointIds.length > 0 ? choosePoint : null}
          />
        </main>
        <Column
          side="right"
          title={w.comments}
          count={cards}
          unread={unread}
          folded={folded.comments}
          onFold={(comments) => setFolded({ ...folded, comments })}
        >
          {page.side === 'brand' && <VoiceBeside page={page} />}
          {sheet === 'comments' ? null : panel}
        </Column>
      </div>
      {!onPhone && (
        <footer className="fixed inset-x-0 bottom-0 z-20 flex h-8 items-center justify-center gap-6 border-t border-line bg-paper px-5 empty:hidden">
          {foot}
          <HeartMeter heart={heart} />
          {preview}
        </footer>
      )}
      {onPhone && (
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
            setSheet(name);
          }}
        />
      )}
      {sheet && (
        <Sheet
          title={sheetTitle(sheet, w)}
          beside={sheet === 'comments' ? besideOf(says) : null}
          onClose={() => setSheet(null)}
        >
          {sheet === 'comments' ? (
            panel
          ) : (
            <SheetOfGuidelines name={sheet} page={page} note={note} rules={rules} />
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
    </VoiceProvider>
  );
}

const nothingFound: readonly Finding[] = [];
/** Every text of the guidelines that is more than a word. */
function textsOf(structure: unknown): string[] {
  if (typeof structure === 'string') return structure.includes(' ') ? [structure] : [];
  if (typeof structure !== 'object' || structure === null) return [];
  return Object.values(structure).flatMap(textsOf);
}

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

const lookedAtId = 'point';

/** A place that is only proposed has no mark to light up, so the page draws one. */
function lookedAt(
  looking: { pointId: string; anchor: TextAnchor } | null,
  states: Heart['states'],
) {
  if (!looking || states.get(looking.pointId)?.state !== 'maybe') return [];
  return [{ id: lookedAtId, anchor: looking.anchor, side: 'creator' as const, active: true }];
}

function sheetTitle(name: SheetName, w: (typeof post)['en']): string {
  return { points: w.points, comments: w.comments, rules: w.rules }[name];
}

function SheetOfGuidelines({
  name,
  page,
  note,
  rules,
}: {
  name: SheetName;
  page: OpenPost;
  note: PointNote;
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
      <Points page={page} note={note} />
      <Freedom page={page} />
      <VoiceBeside page={page} />
    </div>
  );
}

/** Until the live text is here: what it said when the page was loaded, to read. */
function Meanwhile({ page, kinds }: { page: OpenPost; kinds: readonly PartKind[] }) {
  const w = useWords(post);
  // A notice that comes before the live text loads the page again without it.
  const [text] = useState(() => page.text ?? (page.sent && partsOfForm(page.sent.form)));
  return (
    <div className="flex flex-col gap-4">
      <output className="block text-13 text-muted">{w.loading}</output>
      {text && <PostReading parts={text} kinds={kinds} />}
    </div>
  );
}
