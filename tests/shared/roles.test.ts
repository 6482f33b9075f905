import { describe, expect, test } from 'vitest';
import {
  type Action,
  actions,
  can,
  documentRight,
  isBrandSide,
  nobody,
  type Standing,
} from '#shared/roles.ts';

/** Every standing there can be: workspace × brief × creator × door × draft. */
const standings: Standing[] = [null, 'owner', 'manager', 'viewer'].flatMap((workspace) =>
  [null, 'lead', 'colleague', 'reviewer'].flatMap((brief) =>
    [false, true].flatMap((creator) =>
      [false, true].flatMap((guidelinesOpen) =>
        [
          null,
          { own: true, open: true },
          { own: true, open: false },
          { own: false, open: true },
          { own: false, open: false },
        ].map((draft) => ({ workspace, brief, creator, guidelinesOpen, draft }) as Standing),
      ),
    ),
  ),
);

const whoMay = (action: Action) => standings.filter((standing) => can(action, standing));

describe('the permission table', () => {
  test('gives nobody anything', () => {
    expect(actions.filter((action) => can(action, nobody))).toEqual([]);
  });

  test('lets no role but the draft’s own creator write, send or sign it', () => {
    for (const action of ['draft.write', 'draft.send', 'draft.door', 'draft.post'] as const) {
      expect(whoMay(action).length).toBeGreaterThan(0);
      for (const standing of whoMay(action)) {
        expect(standing.creator && standing.draft?.own).toBe(true);
      }
    }
  });

  test('shows a draft behind a closed door to its creator alone', () => {
    const reads = whoMay('draft.read').filter(({ draft }) => draft?.open === false);
    for (const { creator, draft } of reads) expect(creator && draft?.own).toBe(true);
    const closed = { own: false, open: false };
    const owner: Standing = { ...nobody, workspace: 'owner', brief: 'lead', draft: closed };
    expect(documentRight('draft', owner)).toBe('none');
    expect(can('thread.brand', owner)).toBe(false);
    expect(can('thread.everyone', owner)).toBe(false);
  });

  test('lets no creator write guidelines or hear the brand side', () => {
    const creators = standings.filter(
      (standing) => standing.creator && standing.brief === null && standing.workspace === null,
    );
    for (const standing of creators) {
      expect(documentRight('guidelines', standing)).not.toBe('write');
      expect(documentRight('plan', standing)).toBe('none');
      expect(can('thread.brand', standing)).toBe(false);
    }
  });

  test('keeps a person who is both out of the brand-side threads', () => {
    for (const standing of standings.filter(({ creator }) => creator)) {
      expect(can('thread.brand', standing)).toBe(false);
    }
  });

  test('lets only the lead decide and publish', () => {
    for (const action of ['draft.decide', 'guidelines.publish', 'guidelines.door'] as const) {
      for (const { brief } of whoMay(action)) expect(brief).toBe('lead');
    }
  });

  test('lets only a reviewer of an open draft clear it, and no creator', () => {
    const clearing = whoMay('draft.clear');
    expect(clearing.length).toBeGreaterThan(0);
    for (const { brief, creator, draft } of clearing) {
      expect([brief, creator, draft?.open]).toEqual(['reviewer', false, true]);
    }
  });

  test('lets the reviewer speak to the brand side only, and the viewer not at all', () => {
    const open = { own: false, open: true };
    const reviewer: Standing = { ...nobody, brief: 'reviewer', draft: open };
    expect(can('thread.brand.say', reviewer)).toBe(true);
    expect(can('thread.everyone', reviewer)).toBe(true);
    expect(can('thread.everyone.say', reviewer)).toBe(false);
    const viewer: Standing = { ...nobody, workspace: 'viewer', draft: open };
    expect(can('thread.everyone', viewer)).toBe(true);
    expect(can('thread.brand.say', viewer) || can('thread.everyone.say', viewer)).toBe(false);
  });

  test('never lets anyone say what they may not hear', () => {
    for (const audience of ['brand', 'everyone'] as const) {
      const speakers = standings.filter((one) => can(`thread.${audience}.say`, one));
      expect(speakers).not.toEqual([]);
      expect(speakers.filter((one) => !can(`thread.${audience}`, one))).toEqual([]);
    }
  });

  test('shows live guidelines to creators only while the door is open', () => {
    for (const standing of standings.filter((one) => !isBrandSide(one))) {
      expect(can('guidelines.read', standing)).toBe(standing.creator && standing.guidelinesOpen);
    }
  });
});
