// A shoot day as slots: from, to and how long each is, in the hours of the brief's own place.
import { momentIn } from './zoned-time.ts';

export const slotMinutes = [15, 20, 30, 45, 60, 90, 120] as const;
export const maxSlots = 60;
const minuteMs = 60_000;

export interface ShootHours {
  /** `2026-11-30` */
  day: string;
  /** `09:30`, both ends of the same day. */
  from: string;
  to: string;
  minutes: number;
}

export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** The slots that fit whole between both ends; none where the hours are none. */
export function slotsOf({ day, from, to, minutes }: ShootHours, zone: string): Slot[] {
  const start = momentIn(day, from, zone);
  const end = momentIn(day, to, zone);
  const ms = minutes * minuteMs;
  if (!start || !end || ms <= 0) return [];
  const count = Math.min(Math.floor((end.getTime() - start.getTime()) / ms), maxSlots);
  const at = (index: number) => new Date(start.getTime() + index * ms);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    startsAt: at(index),
    endsAt: at(index + 1),
  }));
}
