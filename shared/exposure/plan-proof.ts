// How much better a plan could still be: a bound from below on the weight of every plan that reaches the
// share, by splitting the question until nothing lighter is left or the work allowed is used up.
//
// The logarithm of a plan's generating function is a sum over its creators. With s = −log P(X = 0) and
// l_1 … l_{k−1}, its next coefficients, P(X < k) = e^{−s} g(l), where g is a polynomial that only grows.
// In a box of these sums it lies above a function that is linear in them (plan-tangent.ts), and
// "reaches the share" becomes one linear row over the creators. Its Lagrangian falls apart into one
// minimum a creator, and any multipliers give a valid bound. Boxes are split while they are wide, then
// creators between their possible numbers of posts.
import { hearings, type PlanModel, type Posts, shareOf } from './plan-model.ts';
import { type Climbed, climb, hearingsBound } from './plan-lagrangian.ts';
import { isWithin, type Limits, reaches, type Weight, weightOf } from './plan-search.ts';
import {
  type Box,
  heightAt,
  type Range,
  rowOf,
  sumsOver,
  type Tangent,
  tangentOf,
  type Terms,
  termsOf,
  widthOf,
} from './plan-tangent.ts';

export interface Question {
  share: number;
  weight: Weight;
  /** A plan over its limits is none; the bound itself does without them. */
  limits: Limits;
  /** The best plan known, if there is one. */
  known: Posts | null;
  /** Plans of this weight or more interest nobody: the known one's, or a limit. */
  below: number;
  /** Weights differ by at least this much; 0 where that is not known. */
  grain: number;
  /** Parts the question may be split into. */
  parts: number;
}

export interface Proof {
  /** No plan that reaches the share is lighter than this. */
  bound: number;
  /** The best plan known in the end. */
  posts: Posts | null;
}

/** A part of the question: which numbers of posts are left for each creator, and which sums. */
interface Part {
  allowed: Uint8Array;
  boxes: Box[];
  /** Where the exponential is replaced by its tangent: log P(X < k) of each class. */
  near: number[];
  /** For the main row, then for s, l_1 … of each class. */
  multipliers: Float64Array;
  bound: number;
  /** Times its boxes were split since a creator was. */
  boxCuts: number;
  /** How to split it further. */
  cut: Cut;
}

type Cut =
  | { kind: 'box'; c: number; j: number; at: number }
  | { kind: 'creator'; i: number; atMost: number };

interface Asked {
  model: PlanModel;
  question: Question;
  terms: Terms;
  weights: Float64Array;
  best: { posts: Posts | null; weight: number };
}

export function prove(model: PlanModel, question: Question): Proof {
  const terms = termsOf(model);
  if (question.share <= 0 || question.below <= 0) return { bound: 0, posts: question.known };
  const weights = new Float64Array(terms.owner.length);
  for (let o = 0; o < weights.length; o++) {
    weights[o] = question.weight(terms.owner[o] as number, terms.posts[o] as number);
  }
  const best = { posts: question.known, weight: question.below };
  const asked = { model, question, terms, weights, best };
  const counted = Float64Array.from(terms.owner, (i, o) =>
    hearings(model, i, terms.posts[o] as number),
  );
  const allowed = Uint8Array.from(terms.owner, (i, o) =>
    (terms.posts[o] as number) < (model.leastPosts[i] as number) ? 0 : 1,
  );
  const wanted = model.k * question.share;
  const bound = hearingsBound(terms, { allowed, weights, counted, wanted });
  const isSilent = terms.isDegenerate || question.share > 1 - 1e-9;
  if (isSilent) return { bound: Math.min(bound, best.weight), posts: best.posts };
  const whole = { ...wholeOf(asked, allowed), bound };
  const open = judge(asked, whole) ? [whole] : [];
  for (let parts = 1; parts < question.parts; parts += 2) {
    const part = takeLightest(open, asked);
    if (!part) return { bound: best.weight, posts: best.posts };
    for (const half of halves(asked, part)) if (judge(asked, half)) open.push(half);
  }
  const left = open.reduce((least, { bound }) => Math.min(least, bound), best.weight);
  return { bound: left, posts: best.posts };
}

/** Lighter than what is known by as much as weights can differ. */
function isOpen({ best, question }: Asked, bound: number): boolean {
  return bound < best.weight - Math.max(question.grain * (1 - 1e-6), best.weight * 1e-9);
}

function takeLightest(open: Part[], asked: Asked): Part | null {
  let at = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { bound }] of open.entries()) if (bound < least) [at, least] = [i, bound];
  if (at < 0 || !isOpen(asked, least)) return null;
  const [part] = open.splice(at, 1);
  return part ?? null;
}

function wholeOf({ model, terms, question }: Asked, allowed: Uint8Array): Part {
  const fewer = 1 - question.share;
  const boxes = model.classes.map(({ weight }, c): Box => {
    const box = Array.from({ length: terms.k }, (_, j) => sumsOver(terms, allowed, { c, j }));
    const [s] = box as [Range];
    s.low = Math.max(s.low, Math.log(weight / fewer));
    return box;
  });
  return {
    allowed,
    boxes,
    near: boxes.map(() => Math.log(fewer)),
    multipliers: new Float64Array(1 + terms.k * boxes.length),
    bound: 0,
    boxCuts: 0,
    cut: { kind: 'creator', i: 0, atMost: 0 },
  };
}

function halves(asked: Asked, part: Part): Part[] {
  const { cut } = part;
  const copy = (): Part => ({
    ...part,
    boxCuts: cut.kind === 'box' ? part.boxCuts + 1 : 0,
    allowed: part.allowed.slice(),
    boxes: part.boxes.map((box) => box.map((range) => ({ ...range }))),
    multipliers: part.multipliers.slice(),
  });
  const [lower, upper] = [copy(), copy()];
  if (cut.kind === 'box') {
    rangeOf(lower, cut).high = cut.at;
    rangeOf(upper, cut).low = cut.at;
    return [lower, upper];
  }
  const { first, posts } = asked.terms;
  for (let o = first[cut.i] as number; o < (first[cut.i + 1] as number); o++) {
    const side = (posts[o] as number) <= cut.atMost ? upper : lower;
    side.allowed[o] = 0;
  }
  return [lower, upper];
}

function rangeOf({ boxes }: Part, { c, j }: { c: number; j: number }): Range {
  const range = boxes[c]?.[j];
  if (!range) throw new Error(`no sum ${j} of class ${c}`);
  return range;
}

/** Finds the bound of a part; false where nothing in it is lighter than what is known. */
function judge(asked: Asked, part: Part): boolean {
  if (!couldReach(asked, part)) return false;
  const tangents = tangentsOf(asked, part);
  if (!tangents) return false;
  const { terms, weights } = asked;
  const sides = tangents.map((tangent, c) => ({
    weight: asked.model.classes[c]?.weight as number,
    tangent,
    near: part.near[c] as number,
  }));
  const row = rowOf(terms, sides, 1 - asked.question.share);
  const found = climb({ terms, weights, row, ...part }, part.multipliers, {
    goal: asked.best.weight,
    isEnough: (bound) => !isOpen(asked, bound),
  });
  part.multipliers = found.multipliers;
  part.bound = Math.max(part.bound, found.bound);
  tryPlan(asked, found.chosen);
  if (!isOpen(asked, part.bound)) return false;
  ruleOut(asked, part, found);
  if (!couldReach(asked, part) || triedAll(asked, part)) return false;
  part.near = tangents.map((tangent, c) => heightAt(terms, found.chosen, { c, tangent }));
  part.cut = cutOf(asked, part, { tangents, found });
  return true;
}

/** Whether all that is left reaches the share; and where the least that is left does, that is a plan. */
function couldReach(asked: Asked, { allowed }: Part): boolean {
  const { terms, model, question } = asked;
  const [fewest, most] = [new Int32Array(model.count), new Int32Array(model.count)];
  for (let i = 0; i < model.count; i++) {
    const from = terms.first[i] as number;
    const end = terms.first[i + 1] as number;
    const left = allowed.subarray(from, end);
    const first = left.indexOf(1);
    if (first < 0) return false;
    fewest[i] = first;
    most[i] = left.lastIndexOf(1);
  }
  if (!reaches(shareOf(model, most), question)) return false;
  return !tryPlan(asked, fewest);
}

/** So few plans are tried one by one: quicker than splitting what they are in. */
const fewPlans = 400;

/** Whether all that is left was few enough to be tried, and so is settled. */
function triedAll(asked: Asked, { allowed }: Part): boolean {
  const { first, posts } = asked.terms;
  const choices = Array.from({ length: first.length - 1 }, (_, i) => {
    const own = posts.subarray(first[i], first[i + 1]);
    return own.filter((_, m) => allowed[(first[i] as number) + m]);
  });
  let count = 1;
  for (const { length } of choices) {
    count *= length;
    if (count > fewPlans) return false;
  }
  const plan = new Int32Array(choices.length);
  for (let n = 0; n < count; n++) {
    let rest = n;
    for (const [i, own] of choices.entries()) {
      plan[i] = own[rest % own.length] as number;
      rest = Math.floor(rest / own.length);
    }
    tryPlan(asked, plan);
  }
  return true;
}

/** Takes a plan over as the best known one; true where it reaches the share at all. */
function tryPlan({ model, question, best }: Asked, posts: Posts): boolean {
  if (!reaches(shareOf(model, posts), question)) return false;
  const weight = weightOf(model, posts, question.weight);
  const isBetter = weight < best.weight && isWithin(model, posts, question.limits);
  if (isBetter) [best.posts, best.weight] = [posts.slice(), weight];
  return true;
}

/** One for each class; null where no plan that reaches the share is left. Boxes shrink to what is. */
function tangentsOf({ model, terms, question }: Asked, { allowed, boxes }: Part): Tangent[] | null {
  const tangents: Tangent[] = [];
  for (const [c, box] of boxes.entries()) {
    for (const [j, range] of box.entries()) {
      const { low, high } = sumsOver(terms, allowed, { c, j });
      range.low = Math.max(range.low, low);
      range.high = Math.min(range.high, high);
      if (range.low > range.high + 1e-9) return null;
    }
    const mostFewer = (1 - question.share) / (model.classes[c]?.weight as number);
    const tangent = tangentOf(terms.k, box, mostFewer);
    if (!tangent) return null;
    tangents.push(tangent);
  }
  return tangents;
}

/** An option whose regret lifts the bound to what is known cannot be part of anything lighter. */
function ruleOut(asked: Asked, part: Part, { bound, regret }: Climbed): void {
  for (let o = 0; o < regret.length; o++) {
    if (part.allowed[o] && !isOpen(asked, bound + (regret[o] as number))) part.allowed[o] = 0;
  }
}

/** So often a sum is halved before a creator's turn comes anyway. */
const mostHalvings = 6;

/** A box while its width may cost more than a third of what is still open; then the closest choice. */
function cutOf(
  { terms, best }: Asked,
  { allowed, boxes, bound, boxCuts, multipliers }: Part,
  { tangents, found }: { tangents: Tangent[]; found: Climbed },
): Cut {
  const price = multipliers[0] as number;
  const { loss, cut } = widest(boxes, tangents);
  const isWide = price * loss > (best.weight - bound) / 3 || (price === 0 && loss > 1e-3);
  const isTired = boxCuts >= mostHalvings * terms.k * boxes.length;
  const next = isWide && !isTired && cut ? cut : (closest(terms, allowed, found) ?? cut);
  if (!next) throw new Error('a part that is one plan was not tried');
  return next;
}

function widest(
  boxes: readonly Box[],
  tangents: readonly Tangent[],
): { loss: number; cut: Cut | null } {
  let all = 0;
  let most = -1;
  let cut: Cut | null = null;
  for (const [c, { loss }] of tangents.entries()) {
    for (const [j, own] of loss.entries()) {
      all += own;
      const range = boxes[c]?.[j] as Range;
      if (own <= most || widthOf(range) < 1e-9) continue;
      most = own;
      cut = { kind: 'box', c, j, at: (range.low + range.high) / 2 };
    }
  }
  return { loss: all, cut };
}

/** The creator whose two best numbers of posts are nearest to each other. */
function closest({ first, posts }: Terms, allowed: Uint8Array, { regret }: Climbed): Cut | null {
  let cut: Cut | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < first.length; i++) {
    let [best, second] = [-1, -1];
    for (let o = first[i] as number; o < (first[i + 1] as number); o++) {
      if (!allowed[o]) continue;
      if (best < 0 || (regret[o] as number) < (regret[best] as number)) [best, second] = [o, best];
      else if (second < 0 || (regret[o] as number) < (regret[second] as number)) second = o;
    }
    if (second < 0 || (regret[second] as number) >= nearest) continue;
    nearest = regret[second] as number;
    cut = { kind: 'creator', i, atMost: Math.min(posts[best] as number, posts[second] as number) };
  }
  return cut;
}
