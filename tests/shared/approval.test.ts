import { describe, expect, test } from 'vitest';
import {
  approvalTable,
  type ChangeAsked,
  type Decider,
  deciderOf,
  deciders,
  type DraftEvent,
  type DraftEventKind,
  type DraftState,
  draftEventKinds,
  isChangedSinceApproved,
  isLocked,
  mayEver,
  newDraft,
  roundsLeft,
  type Status,
  statuses,
  transition,
  turn,
} from '#shared/approval.ts';
import { nobody } from '#shared/roles.ts';

const request: ChangeAsked = {
  body: 'Say it outdoors',
  target: { kind: 'clause', field: 'points' },
};

const events: Record<DraftEventKind, DraftEvent> = {
  send: { kind: 'send', approvalId: 'new', ready: false },
  approve: { kind: 'approve', approvalId: 'sent' },
  'ask-changes': { kind: 'ask-changes', approvalId: 'sent', requests: [request] },
  'post-it': { kind: 'post-it', approvalId: 'sent' },
  'ask-look': { kind: 'ask-look' },
  'ask-extra-round': { kind: 'ask-extra-round' },
  'agree-extra-round': { kind: 'agree-extra-round' },
  publish: { kind: 'publish', url: 'https://www.instagram.com/p/abc' },
  withdraw: { kind: 'withdraw' },
  release: { kind: 'release' },
};

const at = (status: Status, over: Partial<DraftState> = {}): DraftState => ({
  ...newDraft(2),
  status,
  round: status === 'writing' ? 0 : 1,
  sent: status === 'writing' ? null : 'sent',
  creatorKey: status === 'approved-by-both' || status === 'published',
  ...over,
});

// Who may do what from where, written out: the table is read against this and not against itself.
// One line a status: allowed events of the creator | of the lead. Nobody else decides anything.
const allowed: Record<Status, [creator: string, lead: string]> = {
  writing: ['send ask-look withdraw', 'release'],
  'with-brand': ['send post-it withdraw', 'approve ask-changes release'],
  'changes-asked': ['send ask-look withdraw', 'release'],
  'approved-by-brand': ['send post-it withdraw', 'release'],
  'approved-by-both': ['send publish withdraw', 'release'],
  published: ['', ''],
  withdrawn: ['', ''],
  released: ['', ''],
};

// The extra round is the one pair that depends on the budget: see "rounds".
const product = statuses.flatMap((status) =>
  deciders.flatMap((by) => draftEventKinds.map((kind) => ({ status, by, kind }))),
);

test.each(product)('$by, $status: $kind', ({ status, by, kind }) => {
  const side = { creator: 0, lead: 1, brand: 2, none: 2 }[by];
  const may = (allowed[status][side] ?? '').split(' ').includes(kind);
  const refused = approvalTable[kind].by.includes(by) ? 'not-now' : 'not-allowed';
  const result = transition(at(status), events[kind], by);
  expect(result.ok ? 'done' : result.error.code).toBe(may ? 'done' : refused);
});

test('a step never touches the state it came from, and mayEver agrees with it', () => {
  const disagreeing = product.filter(({ status, by, kind }) => {
    const before = Object.freeze(at(status));
    return transition(before, events[kind], by).ok && !mayEver(kind, before, by);
  });
  expect(disagreeing).toEqual([]);
});

const walk = (state: DraftState, ...steps: [Decider, DraftEvent][]): DraftState =>
  steps.reduce((now, [by, event]) => {
    const result = transition(now, event, by);
    if (!result.ok)
      throw new Error(`${event.kind} by ${by} in ${now.status}: ${result.error.code}`);
    return result.value;
  }, state);

const send = (approvalId: string, ready = false): [Decider, DraftEvent] => [
  'creator',
  { kind: 'send', approvalId, ready },
];
const approve = (approvalId: string): [Decider, DraftEvent] => [
  'lead',
  { kind: 'approve', approvalId },
];
const ask = (approvalId: string): [Decider, DraftEvent] => [
  'lead',
  { kind: 'ask-changes', approvalId, requests: [request] },
];
const postIt = (approvalId: string): [Decider, DraftEvent] => [
  'creator',
  { kind: 'post-it', approvalId },
];

describe('two keys', () => {
  test.each([
    ['the brand first', [send('a'), approve('a'), postIt('a')]],
    ['the creator first', [send('a'), postIt('a'), approve('a')]],
    ['the creator while sending', [send('a', true), approve('a')]],
  ] as [string, [Decider, DraftEvent][]][])('make it approved, %s', (_name, steps) => {
    expect(walk(newDraft(2), ...steps).status).toBe('approved-by-both');
  });

  test('one key is not enough', () => {
    expect(walk(newDraft(2), send('a'), approve('a')).status).toBe('approved-by-brand');
    expect(walk(newDraft(2), send('a'), postIt('a')).status).toBe('with-brand');
  });

  test('a key for what is no longer the sent version is refused', () => {
    const sent = walk(newDraft(2), send('a'), send('b'));
    for (const [by, event] of [approve('a'), postIt('a'), ask('a')]) {
      const result = transition(sent, event, by);
      expect(result.ok ? '' : result.error.code).toBe('content-changed');
    }
  });

  test('both come off when something else is sent', () => {
    const again = walk(newDraft(2), send('a', true), approve('a'), send('b'));
    expect(again).toMatchObject({ status: 'with-brand', creatorKey: false, sent: 'b' });
  });

  test('the creator key comes off when changes are asked', () => {
    const asked = walk(newDraft(2), send('a', true), ask('a'));
    expect(asked.creatorKey).toBe(false);
    expect(walk(asked, send('b'), approve('b')).status).toBe('approved-by-brand');
  });

  test('what is approved is not sent again as it is', () => {
    const approved = walk(newDraft(2), send('a', true), approve('a'));
    expect(transition(approved, { kind: 'send', approvalId: 'a', ready: true }, 'creator').ok).toBe(
      false,
    );
  });
});

describe('changed since approved', () => {
  test('is another id than the approved one, and ends when the content is back', () => {
    const approved = walk(newDraft(2), send('a', true), approve('a'));
    expect(isChangedSinceApproved(approved, 'b')).toBe(true);
    expect(isChangedSinceApproved(approved, 'a')).toBe(false);
  });

  test('says nothing before approval', () => {
    expect(isChangedSinceApproved(walk(newDraft(2), send('a')), 'b')).toBe(false);
  });
});

describe('rounds', () => {
  const spent = walk(newDraft(2), send('a'), ask('a'), send('b'), ask('b'), send('c'));

  test('the brand asks as often as the budget says, then not without a yes', () => {
    expect(spent.round).toBe(3);
    expect(roundsLeft(spent)).toBe(0);
    const [by, event] = ask('c');
    const result = transition(spent, event, by);
    expect(result.ok ? '' : result.error.code).toBe('no-rounds-left');
    expect(walk(spent, approve('c')).status).toBe('approved-by-brand');
  });

  test('an extra round needs the creator, one yes a round', () => {
    const extra: [Decider, DraftEvent] = ['creator', { kind: 'agree-extra-round' }];
    expect(transition(spent, extra[1], 'lead').ok).toBe(false);
    const agreed = walk(spent, ['lead', { kind: 'ask-extra-round' }], extra);
    expect(roundsLeft(agreed)).toBe(1);
    expect(transition(agreed, extra[1], 'creator').ok).toBe(false);
    expect(roundsLeft(walk(agreed, ask('c')))).toBe(0);
  });

  test('sending once more, before or after approval, costs none', () => {
    const sent = walk(newDraft(2), send('a'), send('b'), approve('b'), send('c'));
    expect(sent.round).toBe(1);
    expect(roundsLeft(sent)).toBe(2);
  });

  test('a look costs none', () => {
    const looked = walk(newDraft(2), ['creator', { kind: 'ask-look' }]);
    expect(looked).toEqual(newDraft(2));
  });

  test('with no rounds at all the brand can only say yes', () => {
    const [by, event] = ask('a');
    const result = transition(walk(newDraft(0), send('a')), event, by);
    expect(result.ok ? '' : result.error.code).toBe('no-rounds-left');
  });
});

test.each([
  ['none', []],
  ['four', [request, request, request, request]],
  ['one without words', [{ ...request, body: ' \n' }]],
] as [string, ChangeAsked[]][])('%s is not a list of changes', (_name, requests) => {
  const result = transition(
    at('with-brand'),
    { kind: 'ask-changes', approvalId: 'sent', requests },
    'lead',
  );
  expect(result.ok ? '' : result.error.code).toBe('bad-input');
});

test.each([
  '',
  'http://a.example',
  'javascript:alert(1)',
  'instagram',
  'https://',
  'https://a b.example',
])('a post is not at %j', (url) => {
  expect(transition(at('approved-by-both'), { kind: 'publish', url }, 'creator').ok).toBe(false);
});

test('somebody has the turn until it is over, and approved text is locked', () => {
  const turns = statuses.map((status) => [status, turn(at(status)), isLocked(at(status))]);
  expect(turns).toEqual([
    ['writing', 'creator', false],
    ['with-brand', 'brand', false],
    ['changes-asked', 'creator', false],
    ['approved-by-brand', 'creator', true],
    ['approved-by-both', 'creator', true],
    ['published', 'nobody', true],
    ['withdrawn', 'nobody', true],
    ['released', 'nobody', true],
  ]);
});

test('a creator who is also on the brand side decides as a creator, and only on the own draft', () => {
  const both = { ...nobody, workspace: 'owner', brief: 'lead', creator: true } as const;
  expect(deciderOf({ ...both, draft: { own: true, open: true } })).toBe('creator');
  expect(deciderOf({ ...both, draft: { own: false, open: true } })).toBe('none');
  expect(deciderOf({ ...nobody, brief: 'lead' })).toBe('lead');
  expect(deciderOf({ ...nobody, brief: 'reviewer' })).toBe('brand');
  expect(deciderOf({ ...nobody, workspace: 'owner' })).toBe('brand');
  expect(deciderOf(nobody)).toBe('none');
});
