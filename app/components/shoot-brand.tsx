// A shoot day on the brand's side: planned in a dialog, its times with who picked them.
import type { shootsPage } from '#server/views/shoots.ts';
import { slotMinutes } from '#shared/shoot.ts';
import { deal as words } from '#shared/words/deal.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { Button } from './button.tsx';
import { useTrouble } from './deal-problems.ts';
import { Field, Select, TextArea } from './field.tsx';
import type { Trouble } from './brief-problems.ts';
import { Person } from './people.tsx';
import { Card } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export function PlanShoot({ timeZone }: { timeZone: string }) {
  const w = useWords(words);
  return (
    <DialogForm
      title={w.planShoot}
      intent="plan-shoot"
      submit={w.saveShoot}
      trigger={<Button look="brand">{w.planShoot}</Button>}
    >
      {(problem) => <ShootFields problem={problem} timeZone={timeZone} />}
    </DialogForm>
  );
}

const usualMinutes = 30;

function ShootFields({ problem, timeZone }: { problem: Trouble | null; timeZone: string }) {
  const w = useWords(words);
  const trouble = useTrouble(problem);
  return (
    <>
      <Field name="place" label={w.place} hint={w.placeHint} error={trouble.of('place')} />
      <Field type="date" name="day" label={w.day} error={trouble.of('day')} />
      <div className="grid grid-cols-2 gap-4">
        <Field
          type="time"
          name="from"
          label={w.from}
          defaultValue="09:00"
          error={trouble.of('hours')}
        />
        <Field type="time" name="to" label={w.to} defaultValue="16:00" />
      </div>
      <p className="text-13 text-muted">{w.hoursIn({ zone: timeZone })}</p>
      <Select name="minutes" label={w.minutes} defaultValue={usualMinutes}>
        {slotMinutes.map((n) => (
          <option key={n} value={n}>
            {w.minutesOf({ n })}
          </option>
        ))}
      </Select>
      <TextArea name="note" rows={2} label={w.note} hint={w.noteHint} />
    </>
  );
}

type ShootDay = Extract<Awaited<ReturnType<typeof shootsPage>>, { ok: true }>['value']['days'][0];

export interface ShootDayCardProps {
  day: ShootDay;
  timeZone: string;
  mayCancel: boolean;
}

export function ShootDayCard({ day, timeZone, mayCancel }: ShootDayCardProps) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <li>
      <Card className="flex flex-col gap-3">
        <div>
          <h2 className="text-17 font-semibold break-words text-ink">
            {day.startsAt && `${format.date(day.startsAt, timeZone)} · `}
            {day.place}
          </h2>
          {day.note && (
            <p className="text-15 break-words whitespace-pre-line text-muted">{day.note}</p>
          )}
        </div>
        <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {day.slots.map((slot) => (
            <li key={slot.id} className="flex min-h-11 items-center gap-3 border-b border-line">
              <span className="w-28 shrink-0 text-15 text-ink">
                {format.time(slot.startsAt, timeZone)}–{format.time(slot.endsAt, timeZone)}
              </span>
              {slot.name ? (
                <Person name={slot.name} side="creator" />
              ) : (
                <span className="text-15 text-muted">{w.free}</span>
              )}
            </li>
          ))}
        </ul>
        {mayCancel && (
          <DialogForm
            title={w.cancelShoot}
            description={w.cancelShootHint}
            intent="cancel-shoot"
            submit={w.cancelShoot}
            hidden={{ dayId: day.id }}
            trigger={
              <Button look="plain" className="self-start">
                {w.cancelShoot}
              </Button>
            }
          />
        )}
      </Card>
    </li>
  );
}
