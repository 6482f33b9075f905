// The page of the plan: what it does stands beside what it is made of, and moves with every change.
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useCollab, useSave } from '#app/collab/use-collab.ts';
import type { Connection } from '#app/collab/connection.ts';
import { IconButton } from '#app/components/button.tsx';
import { useWords } from '#app/components/words.tsx';
import { Presence } from '#app/editor/presence.tsx';
import { SaveBadge } from '#app/editor/save-badge.tsx';
import type { HeardCreator } from '#shared/heard.ts';
import { type Plan, planSchemaVersion } from '#shared/plan.ts';
import { askedOf, type MeasuredOverlap } from '#shared/plan-forecast.ts';
import { plannedCreators } from '#shared/plan-inputs.ts';
import { type MakingFacts, planMaking } from '#shared/plan-posts.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { PlanAdvice } from './plan-advice.tsx';
import { PlanAnswer } from './plan-answer.tsx';
import { PlanProvider } from './plan-context.tsx';
import { type DayOff, PlanCalendar } from './plan-calendar.tsx';
import { PlanCreators } from './plan-creators.tsx';
import { PlanHeard } from './plan-heard.tsx';
import { PlanMake } from './plan-make.tsx';
import { PlanOverlap } from './plan-overlap.tsx';
import { PlanTextbook } from './plan-textbook.tsx';
import { type PlanPoint, PlanPoints } from './plan-points.tsx';
import { PlanTarget } from './plan-target.tsx';
import { type Forecast, useAdvice, useForecast } from './use-forecast.ts';
import { type OwnChanges, useLivePlan, useOwnChanges, useUndoable } from './use-plan.ts';

export interface PlanPageProps {
  briefId: string;
  userId: string;
  right: 'write' | 'read';
  document: { name: string; epoch: string } | null;
  plan: Plan;
  making: MakingFacts;
  points: PlanPoint[];
  holidays: DayOff[];
  may: { make: boolean };
  measured: MeasuredOverlap[];
  heard: HeardCreator[];
  forecast: Forecast | null;
}

export function PlanPage({ document, ...page }: PlanPageProps) {
  // A reader of a brief whose plan nobody began.
  return document ? (
    <LivePlan {...page} document={document} />
  ) : (
    <PlanBody {...page} connection={null} />
  );
}

function LivePlan({
  document,
  ...page
}: Omit<PlanPageProps, 'document'> & { document: { name: string; epoch: string } }) {
  const { right, userId } = page;
  const { connection, save } = useCollab({
    documentName: document.name,
    epoch: document.epoch,
    schemaVersion: planSchemaVersion,
    userId,
    right,
  });
  const isSaved = useSave(save).phase === 'saved';
  return (
    <PlanBody
      {...page}
      connection={connection}
      isSaved={isSaved}
      aside={
        <>
          {connection && <Presence awareness={connection.awareness} find={findPlace} />}
          <SaveBadge save={save} writes={right === 'write'} />
        </>
      }
    />
  );
}

/** Brings the field into sight that somebody is at. */
function findPlace(connection: Connection['awareness'], userId: string): boolean {
  for (const state of connection.getStates().values()) {
    const { at, user } = state as { at?: unknown; user?: { id?: string } };
    if (user?.id !== userId || typeof at !== 'string') continue;
    const field = window.document.querySelector(`[data-place="${CSS.escape(at)}"]`);
    field?.scrollIntoView({ block: 'center' });
    return field !== null;
  }
  return false;
}

interface PlanBodyProps extends Omit<PlanPageProps, 'document'> {
  connection: Connection | null;
  aside?: React.ReactNode;
  isSaved?: boolean;
}

function PlanBody({ connection, aside, isSaved = false, ...page }: PlanBodyProps) {
  const w = useWords(planWords);
  const { briefId, right, measured } = page;
  const plan = useLivePlan(connection, page.plan);
  const own = useOwnChanges(connection, right === 'write');
  const { creators: facts, points: pointIds, today } = page.making;
  const creators = useMemo(() => plannedCreators(plan, facts, pointIds), [plan, facts, pointIds]);
  const making = useMemo(() => planMaking(plan, page.making), [plan, page.making]);
  const asked = useMemo(() => askedOf(plan, creators, measured), [plan, creators, measured]);
  const forecast = useForecast(asked, page.forecast);
  const advice = useAdvice(asked);
  const hands = useMemo(
    () => ({ writer: own?.writer ?? null, awareness: connection?.awareness ?? null }),
    [own, connection],
  );
  return (
    <PlanProvider value={hands}>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-28">{w.tab}</h1>
          <p className="text-17 text-muted">{right === 'write' ? w.intro : w.reading}</p>
        </div>
        <span className="flex min-h-11 flex-wrap items-center gap-3">
          {aside}
          {own && <UndoButtons own={own} />}
          {page.may.make && creators.length > 0 && (
            <PlanMake briefId={briefId} making={making} isSaved={isSaved} />
          )}
        </span>
      </header>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="lg:sticky lg:top-16 lg:col-start-2 lg:row-start-1 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto">
          <PlanAnswer
            briefId={briefId}
            creators={creators}
            forecast={forecast}
            advice={advice?.answer ?? null}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-start-1">
          <PlanTarget plan={plan} />
          {creators.length > 0 && (
            <>
              <PlanCreators creators={creators} currency={plan.currency} />
              <PlanOverlap
                plan={plan}
                creators={creators}
                measuredPairs={measured.length}
                forecast={forecast}
              />
              {asked && asked.creators.length > 0 && (
                <PlanAdvice
                  plan={plan}
                  creators={creators}
                  asked={advice?.asked ?? asked}
                  advice={advice?.answer ?? null}
                />
              )}
              <PlanHeard heard={page.heard} creators={creators} forecast={forecast} />
              <PlanCalendar creators={creators} holidays={page.holidays} today={today} />
              <PlanPoints points={page.points} creators={creators} />
              {advice && forecast && (
                <PlanTextbook lines={advice.answer.textbook} forecast={forecast} />
              )}
            </>
          )}
        </div>
      </div>
    </PlanProvider>
  );
}

function UndoButtons({ own }: { own: OwnChanges }) {
  const w = useWords(planWords);
  const can = useUndoable(own.undo);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement;
      if (isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) own.undo.redo();
      else own.undo.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [own]);
  return (
    <span className="flex">
      <IconButton label={w.undo} disabled={!can.undo} onClick={() => own.undo.undo()}>
        <Undo2 className="size-5" aria-hidden="true" />
      </IconButton>
      <IconButton label={w.redo} disabled={!can.redo} onClick={() => own.undo.redo()}>
        <Redo2 className="size-5" aria-hidden="true" />
      </IconButton>
    </span>
  );
}
