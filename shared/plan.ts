// The exposure plan as a live document: what it holds, read leniently into plain data, and the small
// writes that change one key each, so that what two people change at once is both kept. It knows no
// mathematics and no database; what is left out here comes from the brief (plan-inputs.ts).
//
// Keys are flat, `<creator>/<field>` and not maps in maps: two people who each give a creator their
// first figure would otherwise each make that creator's map, and one of the two would be lost.
import type * as Y from 'yjs';
import {
  type FrequencyChoices,
  type FrequencyFactor,
  type FrequencyStep,
  frequencyFactors,
  frequencySteps,
} from './exposure/frequency.ts';
import { creatorsOf, postsOf, settingsOf } from './plan-roots.ts';

export const planSchemaVersion = 1;

/** More is a slip of the hand; what lies outside is read as missing. */
export const planBounds = {
  audience: { least: 1, most: 10_000_000_000, whole: true },
  followers: { least: 1, most: 10_000_000_000, whole: true },
  inTarget: { least: 0, most: 1, whole: false },
  posts: { least: 0, most: 30, whole: true },
  reach: { least: 0, most: 1, whole: false },
  cost: { least: 0, most: 1_000_000_000_000, whole: false },
  share: { least: 0.01, most: 0.99, whole: false },
  frequency: { least: 1, most: 10, whole: true },
  budget: { least: 0, most: 1_000_000_000_000, whole: false },
  postCap: { least: 1, most: 100_000, whole: true },
  postsEach: { least: 1, most: 30, whole: true },
  overlapShare: { least: 0.01, most: 1, whole: false },
} as const satisfies Record<string, Bounds>;

interface Bounds {
  least: number;
  most: number;
  whole: boolean;
}

export const maxPlanCreators = 1_000;

export const settingNames = [
  'audience',
  'share',
  'frequency',
  'budget',
  'postCap',
  'postsEach',
  'overlapShare',
] as const;
export type SettingName = (typeof settingNames)[number];

export const overlapKinds = ['chance', 'assumed', 'measured'] as const;
export type OverlapKind = (typeof overlapKinds)[number];

export const creatorFields = ['followers', 'inTarget', 'posts', 'reach', 'cost'] as const;
export type CreatorField = (typeof creatorFields)[number];

/** Null where nobody typed anything: the brief, the creator's own figures or a prior stand in. */
export type TypedFigures = Record<CreatorField, number | null>;

export interface TypedPost {
  /** The creator's first planned post is 1. */
  n: number;
  /** `2026-12-07`, or null where nobody chose one. */
  day: string | null;
  /** Talking points by their ids in the guidelines; those nobody gave or took are not in it. */
  points: Map<string, boolean>;
}

export interface TypedCreator extends TypedFigures {
  /** In their order, those that somebody gave a day or a point. */
  planned: readonly TypedPost[];
}

export interface Plan extends Record<SettingName, number | null> {
  /** Steps of Ostrow's picker by factor, in tenths of a hearing. */
  factors: FrequencyChoices;
  /** How audiences overlap; empty where nobody chose. */
  overlap: OverlapKind | '';
  currency: string;
  /** By user id. Maps and not objects: what a document calls its keys is nobody's to choose. */
  creators: Map<string, TypedCreator>;
}

export const emptyPlan: Plan = {
  audience: null,
  share: null,
  frequency: null,
  budget: null,
  postCap: null,
  postsEach: null,
  overlapShare: null,
  factors: {},
  overlap: '',
  currency: '',
  creators: new Map(),
};

// Reading.

export function readPlan(doc: Y.Doc): Plan {
  const settings = settingsOf(doc);
  const currency = settings.get('currency');
  const creators: Creators = new Map();
  readFigures(doc, creators);
  readPosts(doc, creators);
  const plan: Plan = { ...emptyPlan, factors: readFactors(settings), creators };
  for (const name of settingNames) plan[name] = bounded(name, settings.get(name));
  const overlap = overlapKinds.find((kind) => kind === settings.get('overlap')) ?? '';
  return { ...plan, overlap, currency: isCurrency(currency) ? currency : '' };
}

function readFactors(settings: Y.Map<unknown>): FrequencyChoices {
  const factors: FrequencyChoices = {};
  for (const { id } of frequencyFactors) {
    const step = frequencySteps.find((one) => one === settings.get(`factor/${id}`));
    if (step) factors[id] = step;
  }
  return factors;
}

type Creators = Map<string, TypedCreator & { planned: TypedPost[] }>;

const figureKey = /^([\w-]{1,40})\/(followers|inTarget|posts|reach|cost)$/;

function readFigures(doc: Y.Doc, creators: Creators): void {
  for (const [key, value] of creatorsOf(doc)) {
    const [, userId = '', field] = figureKey.exec(key) ?? [];
    const name = field as CreatorField | undefined;
    const creator = name && creatorIn(creators, userId);
    if (creator) creator[name] = bounded(name, value);
  }
}

const postKey = /^([\w-]{1,40})\/([1-9]\d?)\/(?:(day)|point\/([\w-]{1,60}))$/;

function readPosts(doc: Y.Doc, creators: Creators): void {
  for (const [key, value] of postsOf(doc)) {
    const [, userId = '', n, day, pointId] = postKey.exec(key) ?? [];
    const creator = n === undefined ? null : creatorIn(creators, userId);
    const post = creator && postIn(creator.planned, Number(n));
    if (!post) continue;
    if (day !== undefined) post.day = isDay(value) ? value : null;
    else if (pointId !== undefined && typeof value === 'boolean') post.points.set(pointId, value);
  }
  for (const { planned } of creators.values()) planned.sort((a, b) => a.n - b.n);
}

function creatorIn(creators: Creators, userId: string) {
  const known = creators.get(userId);
  if (known || creators.size >= maxPlanCreators) return known ?? null;
  const made = { ...nothingTyped, planned: [] };
  creators.set(userId, made);
  return made;
}

const nothingTyped: TypedFigures = {
  followers: null,
  inTarget: null,
  posts: null,
  reach: null,
  cost: null,
};
export const untyped: TypedCreator = { ...nothingTyped, planned: [] };

function postIn(planned: TypedPost[], n: number): TypedPost | null {
  if (n > planBounds.posts.most) return null;
  const known = planned.find((post) => post.n === n);
  if (known) return known;
  const made: TypedPost = { n, day: null, points: new Map() };
  planned.push(made);
  return made;
}

/** The number as it is, or null for what is none or lies outside. */
export function bounded(name: keyof typeof planBounds, value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const { least, most, whole } = planBounds[name];
  return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : null;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that the calendar has. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !dayPattern.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value);

// Writing: one key each. Null takes the key away, so that what stands behind it shows again.

export interface PlanWriter {
  set(name: SettingName, value: number | null): void;
  setFactor(name: FrequencyFactor, step: FrequencyStep): void;
  setCurrency(code: string): void;
  setOverlap(kind: OverlapKind): void;
  setCreator(userId: string, field: CreatorField, value: number | null): void;
  setDay(userId: string, n: number, day: string | null): void;
  setPoint(userId: string, n: number, point: { id: string; carried: boolean }): void;
  /** Several changes that are undone together. */
  together(work: () => void): void;
}

/** `origin` is what an UndoManager follows. */
export function planWriter(doc: Y.Doc, origin: unknown): PlanWriter {
  const put = (map: Y.Map<unknown>, key: string, value: unknown) => {
    if ((map.get(key) ?? null) === value) return;
    doc.transact(() => (value === null ? map.delete(key) : map.set(key, value)), origin);
  };
  return {
    set: (name, value) => put(settingsOf(doc), name, value),
    setFactor: (name, step) => put(settingsOf(doc), `factor/${name}`, step === 0 ? null : step),
    setCurrency: (code) => put(settingsOf(doc), 'currency', code === '' ? null : code),
    setOverlap: (kind) => put(settingsOf(doc), 'overlap', kind),
    setCreator: (userId, field, value) => put(creatorsOf(doc), `${userId}/${field}`, value),
    setDay: (userId, n, day) => put(postsOf(doc), `${userId}/${n}/day`, day),
    setPoint: (userId, n, { id, carried }) =>
      put(postsOf(doc), `${userId}/${n}/point/${id}`, carried),
    together: (work) => doc.transact(work, origin),
  };
}
