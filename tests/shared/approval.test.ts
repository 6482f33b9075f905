import { describe, expect, test } from 'vitest';
import {
  approvalTable,
  brandTurn,
  type ChangeAsked,
  type Clearance,
  clearanceOf,
  clearances,
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
  clear: { kind: 'clear', approvalId: 'sent', seen: 'waiting' },
  'not-clear': { kind: 'not-clear', approvalId: 'sent', seen: 'waiting' },
  'let-go': { kind: 'let-go' },
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
// One line a status: allowed events of the creator | of the lead | of a reviewer whose word is waited
// for. Nobody else decides anything.
const allowed: Record<Status, [creator: string, lead: string, reviewer: string]> = {
  writing: ['send ask-look withdraw', 'release', ''],
  'with-brand': ['send post-it withdraw', 'approve ask-changes let-go release', 'clear not-clear'],
  'changes-asked': ['send ask-look withdraw', 'let-go release', ''],
  'approved-by-brand': ['send post-it withdraw', 'release', ''],
  'approved-by-both': ['send publish withdraw', 'release', ''],
  published: ['', '', ''],
  withdrawn: ['', '', ''],
  released: ['', '', ''],
};

// The extra round is the one pair that depends on the budget: see "rounds".
const product = statuses.flatMap((status) =>
  deciders.flatMap((by) => draftEventKinds.map((kind) => ({ status, by, kind }))),
);

test.each(product)('$by, $status: $kind', ({ status, by, kind }) => {
  const side = { creator: 0, lead: 1, reviewer: 2, brand: 3, none: 3 }[by];
  const may = (allowed[status][side] ?? '').split(' ').includes(kind);
  const refused = approvalTable[kind].by.includes(by) ? 'not-now' : 'not-allowed';
  const result = transition(at(status, { clearance: clearanceFor(kind) }), events[kind], by);
  expect(result.ok ? 'done' : result.error.code).toBe(may ? 'done' : refused);
});

/** Approving waits for no reviewer here, and a reviewer is waited for: the rest is under "clearance". */
function clearanceFor(kind: DraftEventKind): Clearance {
  return kind === 'clear' || kind === 'not-clear' ? 'waiting' : 'not-needed';
}

test('a step never touches the state it came from, and mayEver agrees with it', () => {
  const disagreeing = product.filter(({ status, by, kind }) => {
    const before = Object.freeze(at(status, { clearance: clearanceFor(kind) }));
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

describe('clearance', () => {
  const outcome = (state: DraftState, event: DraftEvent, by: Decider) => {
    const result = transition(state, event, by);
    return result.ok ? result.value.clearance : result.error.code;
  };

  test('holds back the approval and nothing else, whoever does what from wherever', () => {
    const codes = (clearance: Clearance) =>
      product
        .filter(({ kind }) => kind !== 'clear' && kind !== 'not-clear' && kind !== 'approve')
        .map(({ status, by, kind }) => {
          const result = transition(at(status, { clearance }), events[kind], by);
          return `${status} ${by} ${kind} ${result.ok ? result.value.status : result.error.code}`;
        });
    for (const clearance of clearances) {
      expect(codes(clearance)).toEqual(codes('not-needed'));
      const approved = transition(at('with-brand', { clearance }), events.approve, 'lead');
      const mayPass = clearance === 'not-needed' || clearance === 'cleared';
      expect(approved.ok ? 'done' : approved.error.code).toBe(mayPass ? 'done' : 'not-cleared');
    }
  });

  test('is one word at a time, and of two at once the second is told', () => {
    const outcomes = clearances.flatMap((clearance) =>
      clearances.flatMap((seen) =>
        (['clear', 'not-clear'] as const).map((kind) => {
          const event = { kind, approvalId: 'sent', seen };
          return `${clearance}, seen ${seen}, ${kind}: ${outcome(at('with-brand', { clearance }), event, 'reviewer')}`;
        }),
      ),
    );
    expect(outcomes.filter((one) => !/: (not-now|conflict)$/.test(one))).toEqual([
      'waiting, seen waiting, clear: cleared',
      'waiting, seen waiting, not-clear: not-cleared',
      'cleared, seen cleared, not-clear: not-cleared',
      'not-cleared, seen not-cleared, clear: cleared',
    ]);
    expect(outcomes.filter((one) => one.startsWith('not-needed')).join()).not.toContain('conflict');
  });

  test('is for exactly the words that were sent', () => {
    const sent = walk(newDraft(2), send('a'), send('b'));
    const waiting: DraftState = { ...sent, clearance: 'waiting' };
    const earlier = { kind: 'clear', approvalId: 'a', seen: 'waiting' } as const;
    expect(outcome(waiting, earlier, 'reviewer')).toBe('content-changed');
    const cleared: DraftState = { ...sent, clearance: 'cleared' };
    expect(walk(cleared, send('c')).clearance).toBe('waiting');
    expect(walk(cleared, send('b')).clearance).toBe('cleared');
    expect(walk(sent, send('c')).clearance).toBe('not-needed');
  });

  test('is read from the decisions under the id, the last word counts', () => {
    const said = [
      { event: 'send', approvalId: 'a' },
      { event: 'clear', approvalId: 'a' },
      { event: 'send', approvalId: 'b' },
      { event: 'not-clear', approvalId: 'b' },
      { event: 'clear', approvalId: 'b' },
      { event: 'ask-changes', approvalId: 'b' },
    ];
    expect(clearanceOf(true, 'a', said)).toBe('cleared');
    expect(clearanceOf(true, 'b', said.slice(0, 4))).toBe('not-cleared');
    expect(clearanceOf(true, 'b', said)).toBe('cleared');
    expect(clearanceOf(true, 'c', said)).toBe('waiting');
    expect(clearanceOf(true, null, [])).toBe('waiting');
    expect(clearanceOf(false, 'b', said)).toBe('not-needed');
  });

  test('lies with legal until it is said, and then with the lead', () => {
    const turns = clearances.map((clearance) => brandTurn(at('with-brand', { clearance })));
    expect(turns).toEqual(['lead', 'reviewer', 'lead', 'lead']);
    const elsewhere = statuses.filter((status) => status !== 'with-brand');
    for (const status of elsewhere)
      expect(brandTurn(at(status, { clearance: 'waiting' }))).toBe(null);
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
  expect(deciderOf({ ...nobody, brief: 'reviewer' })).toBe('reviewer');
  expect(deciderOf({ ...nobody, brief: 'colleague' })).toBe('brand');
  expect(deciderOf({ ...nobody, workspace: 'owner' })).toBe('brand');
  expect(deciderOf(nobody)).toBe('none');
});
