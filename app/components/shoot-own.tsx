// A shoot day for a creator: their own time, the free ones to pick, and the taken ones without a name.
import { useFetcher } from '@remix-run/react';
import { CalendarPlus } from 'lucide-react';
import type { OwnShoot } from '#server/views/shoots.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { useTrouble } from './deal-problems.ts';
import { Problem } from './field.tsx';
import { Card } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface OwnShootProps {
  briefId: string;
  shoot: OwnShoot;
  timeZone: string;
}

export function OwnShootDay({ briefId, shoot, timeZone }: OwnShootProps) {
  const w = useWords(words);
  const format = useFormat();
  const fetcher = useFetcher<Answer>();
  const { whole } = useTrouble(fetcher.state === 'idle' ? fetcher.data?.problem : null);
  const own = shoot.slots.find(({ state }) => state === 'own');
  return (
    <Card className="flex flex-col gap-3">
      <div>
        <h3 className="text-17 font-medium break-words text-ink">
          {shoot.startsAt && `${format.date(shoot.startsAt, timeZone)} · `}
          {shoot.place}
        </h3>
        {shoot.note && (
          <p className="text-15 break-words whitespace-pre-line text-muted">{shoot.note}</p>
        )}
      </div>
      {own && (
        <div className="flex flex-col gap-1 rounded-xl bg-creator-soft p-3">
          <p className="text-17 font-medium text-ink">
            {w.yourTime({
              when: `${format.time(own.startsAt, timeZone)}–${format.time(own.endsAt, timeZone)}`,
            })}
          </p>
          <a
            href={`/invite/${briefId}/shoot.ics`}
            download="shoot.ics"
            className="inline-flex min-h-11 items-center gap-2 self-start text-15"
          >
            <CalendarPlus className="size-5" aria-hidden="true" />
            {w.toCalendar}
          </a>
        </div>
      )}
      {whole && <Problem>{whole}</Problem>}
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="pick-slot" />
        <p id={`pick-${shoot.id}`} className="mb-2 text-15 text-muted">
          {w.pickOne}
        </p>
        <ul aria-labelledby={`pick-${shoot.id}`} className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {shoot.slots.map((slot) => (
            <SlotToPick
              key={slot.id}
              slot={slot}
              time={format.time(slot.startsAt, timeZone)}
              isBusy={fetcher.state !== 'idle'}
            />
          ))}
        </ul>
      </fetcher.Form>
      {own && (
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="leave-slot" />
          <Button type="submit" look="plain" name="slotId" value={own.id}>
            {w.leave}
          </Button>
        </fetcher.Form>
      )}
    </Card>
  );
}

interface SlotToPickProps {
  slot: OwnShoot['slots'][number];
  time: string;
  isBusy: boolean;
}

function SlotToPick({ slot, time, isBusy }: SlotToPickProps) {
  const w = useWords(words);
  const says = { own: w.yours, free: w.free, taken: w.taken }[slot.state];
  if (slot.state !== 'free') {
    return (
      <li
        className={`flex min-h-14 flex-col items-center justify-center rounded-xl px-1 text-center ${slot.state === 'own' ? 'border-2 border-creator text-ink' : 'bg-line/50 text-muted'}`}
      >
        <span className="text-15 font-semibold">{time}</span>
        <span className="text-13">{says}</span>
      </li>
    );
  }
  return (
    <li>
      <Button
        type="submit"
        name="slotId"
        value={slot.id}
        aria-label={w.pick({ time })}
        disabled={isBusy}
        className="min-h-14 w-full flex-col gap-0 px-1"
      >
        <span>{time}</span>
        <span className="text-13 font-normal text-muted">{says}</span>
      </Button>
    </li>
  );
}
