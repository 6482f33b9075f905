import { describe, expect, test } from 'vitest';
import { deciders, statuses } from '#shared/approval.ts';
import { clockOf } from '#shared/clock.ts';
import { ideaEvents, ideaStage, ideaStep, isFilmed, isIdeaOpen, turnAt } from '#shared/idea.ts';
import { formats } from '#shared/platforms.ts';

const states = [null, 'sent', 'asked', 'go'] as const;

test('the creator sends, the lead alone answers, and an answer is to what was sent', () => {
  const steps = states.flatMap((state) =>
    ideaEvents.flatMap((event) =>
      deciders.flatMap((by) => {
        const next = ideaStep({ state, status: 'writing' }, event, by);
        return next.ok ? [`${by}: ${state} ${event} ${next.value}`] : [];
      }),
    ),
  );
  expect(steps).toEqual([
    'creator: null idea sent',
    'creator: sent idea sent',
    'lead: sent idea-question asked',
    'lead: sent idea-go go',
    'creator: asked idea sent',
  ]);
});

test('once the words were sent, there is no idea to talk about', () => {
  for (const status of statuses.filter((one) => one !== 'writing')) {
    expect(ideaStep({ state: 'sent', status }, 'idea-go', 'lead').ok).toBe(false);
    expect(ideaStep({ state: null, status }, 'idea', 'creator').ok).toBe(false);
    const idea = { state: 'sent', answeredAt: null };
    expect(ideaStage({ ideaFirst: true, status, writingAt: null, idea })).toBe('writing');
    expect(isIdeaOpen({ ideaFirst: true, status, idea })).toBe(false);
  }
});

describe('where a post stands', () => {
  const at = (hour: number) => new Date(2026, 10, 24, hour);
  const post = { ideaFirst: true, status: 'writing', writingAt: null, idea: null };

  test('before anything was said, unless the words have begun already', () => {
    expect(ideaStage(post)).toBe('not-begun');
    expect(ideaStage({ ...post, writingAt: at(9) })).toBe('writing');
    expect(ideaStage({ ...post, ideaFirst: false })).toBe('writing');
  });

  test('an idea that lies with somebody is said, whatever is written beside it', () => {
    for (const writingAt of [null, at(9)]) {
      const sent = { state: 'sent', answeredAt: null };
      const asked = { state: 'asked', answeredAt: at(10) };
      expect(ideaStage({ ...post, writingAt, idea: sent })).toBe('with-brand');
      expect(ideaStage({ ...post, writingAt, idea: asked })).toBe('asked');
    }
  });

  test('after the go it is said until the words begin', () => {
    const idea = { state: 'go', answeredAt: at(10) };
    expect(ideaStage({ ...post, idea })).toBe('go');
    expect(ideaStage({ ...post, idea, writingAt: at(9) })).toBe('go');
    expect(ideaStage({ ...post, idea, writingAt: at(11) })).toBe('writing');
  });

  test('an idea that was sent is the brand’s move, every other stage is as the words say', () => {
    expect(turnAt('with-brand', 'creator')).toBe('brand');
    for (const stage of ['not-begun', 'asked', 'go', 'writing'] as const) {
      expect(turnAt(stage, 'creator')).toBe('creator');
      expect(turnAt(stage, 'nobody')).toBe('nobody');
    }
  });
});

test('what is filmed wants an idea first, a photo does not', () => {
  expect(formats.filter(isFilmed)).toEqual(['reel', 'video', 'short']);
});

test('the brand owes an answer to an idea, and its lateness moves the creator’s days', () => {
  const timeZone = 'Asia/Bangkok';
  const at = (wall: string) => new Date(`${wall}+07:00`);
  const draftDue = at('2026-11-30T23:59');
  const terms = { timeZone, draftDue, reviewDue: null, publishDue: null };
  const due = at('2026-11-26T09:00').getTime();
  const row = { approvalId: null, at: at('2026-11-24T09:00'), body: { answerBy: due } };
  const sent = { ...row, event: 'idea' };
  const go = { ...row, event: 'idea-go', at: at('2026-11-27T08:00') };
  const status = 'writing' as const;
  const waiting = clockOf({ status, decisions: [sent], terms, now: at('2026-11-25T09:00') });
  expect(waiting).toEqual({ due, publishDue: null, movedDays: 0 });
  const answered = clockOf({ status, decisions: [sent, go], terms, now: at('2026-11-28T09:00') });
  expect(answered.movedDays).toBe(1);
  expect(answered.due).toBeGreaterThan(draftDue.getTime());
  // Another wording before the answer does not win the brand more time, nor lose it any.
  const again = { ...sent, at: at('2026-11-25T09:00'), body: { answerBy: due + 1 } };
  const twice = clockOf({ status, decisions: [sent, again], terms, now: at('2026-11-25T10:00') });
  expect(twice.due).toBe(due);
});
